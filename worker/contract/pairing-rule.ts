import * as v from 'valibot'
import { type PairingRule, RULE_FIELDS, type RuleField } from '#domain/pairing-rule.ts'
import { ROLES } from '#domain/participant.ts'
import { line } from './shape.ts'

/**
 * Words of what a rule may never speak of, in names and values that organisers type freely. Words that are also the
 * name of a trade or an entity (health, union) are not among them: no field of a rule tells them of a person.
 */
const UNFIT =
  /(?<!\p{L})(age|aged|âge|âgé|âgée|âgés|âgées|born|naissance|birth|sex|sexe|genre|gender|femmes?|hommes?|women|woman|male|female|féminin|masculin|nationalit[ye]|nationalité|origine?s?|ethni\p{L}*|religi\p{L}*|handicap\p{L}*|disab\p{L}*|pregnan\p{L}*|enceinte|years old|ans)(?!\p{L})/iu

const rulePart = (max: number) =>
  v.pipe(
    line(max),
    v.check((text) => !UNFIT.test(text.replaceAll('-', ' ')), 'unfit'),
  )

const field = v.picklist(Object.keys(RULE_FIELDS) as RuleField[])

const condition = {
  role: v.picklist(ROLES),
  field,
  values: v.pipe(v.array(rulePart(128)), v.minLength(1), v.maxLength(50)),
}

const pairingRule = v.strictObject({
  name: v.pipe(rulePart(40), v.regex(/^[a-z0-9-]{1,40}$/, 'slug')),
  effect: v.picklist(['must', 'must-not']),
  when: v.pipe(v.array(v.strictObject(condition)), v.maxLength(10)),
  test: v.variant('kind', [
    v.strictObject({ kind: v.literal('same'), field }),
    v.strictObject({ kind: v.literal('is'), ...condition }),
  ]),
})

/** An organiser's own rules on the wire: 30 at most, each with a name of its own. */
export const pairingRules = v.pipe(
  v.array(pairingRule),
  v.maxLength(30),
  v.check((rules) => new Set(rules.map(({ name }) => name)).size === rules.length, 'names'),
)

const conditionShown = { role: v.picklist(ROLES), field, values: v.array(v.string()) }

/** An organiser’s own rule as it leaves. */
export const pairingRuleShown = v.strictObject({
  name: v.string(),
  effect: v.picklist(['must', 'must-not']),
  when: v.array(v.strictObject(conditionShown)),
  test: v.variant('kind', [
    v.strictObject({ kind: v.literal('same'), field }),
    v.strictObject({ kind: v.literal('is'), ...conditionShown }),
  ]),
}) satisfies v.GenericSchema<PairingRule>
