import type { Dice } from './parity-dice.ts'
import type { Call, Sent } from './parity-play.ts'

/** A call of a statement of the product, with values that often meet those of another. */
export function productCall(dice: Dice): Call {
  const one = (name: string, ...values: Sent[]): Call => ({ way: 'product', name, values })
  const id = (prefix: string) => `${prefix}_${dice.under(4)}`
  const text = () => dice.one(['Ada', 'Béa', 'a\0b', '', "O'Brien", '😀', '{"a":1}'])
  return dice.pick<() => Call>([
    [4, () => one('claimJob', dice.one(['matching', 'purge']), dice.under(100), dice.under(100))],
    [3, () => one('countAgainst', id('net'), dice.under(4) * 700)],
    [
      6,
      () =>
        one(
          'commit',
          `evt_${dice.under(30)}`,
          id('per'),
          dice.under(4),
          dice.one([null, null, 1, 1, 2]),
          dice.one([null, 'pai_1', 'pai_2']),
        ),
    ],
    [1, () => one('stage', id('per'), id('mail'), id('org'))],
    [3, () => one('addOrganiser', id('org'), id('mail'))],
    [3, () => one('addPerson', id('per'), id('mail'))],
    [2, () => one('renamePerson', id('per'), text(), dice.under(3))],
    [2, () => one('addEndpoint', id('whe'), dice.one([null, 'pair.created', 'pair.ended']))],
    [2, () => one('markOnce', id('once'), text())],
    [1, () => one('keepAnswer', id('once'), text())],
    [1, () => one('findMark', id('once'))],
    [2, () => one('addMessage', id('msg'), text(), dice.under(3))],
    [1, () => one('listMessages', dice.under(4))],
    [1, () => one('listOrganisers')],
    [1, () => one('listEvents', 0)],
    [1, () => one('findEvent', id('evt'))],
    [1, () => one('listSecurity', dice.one([null, 1_000_000]))],
    [1, () => one('findByEmail', id('mail'))],
    [1, () => one('personRecord', id('per'))],
    [1, () => one('peopleUpdated', dice.one([null, 0, 5, 9]))],
    [2, () => one('deliveries')],
    [1, () => one('countEvents')],
  ])()
}
