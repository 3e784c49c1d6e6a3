/** One attribute as a schema describes it (RFC 7643 §7). Multi-valued attributes here are all complex. */
export interface ScimAttribute {
  name: string
  type: 'string' | 'boolean' | 'integer' | 'dateTime' | 'reference' | 'complex'
  multiValued: boolean
  description: string
  required: boolean
  caseExact: boolean
  mutability: 'readOnly' | 'readWrite' | 'immutable'
  returned: 'always' | 'default'
  uniqueness: 'none' | 'server'
  canonicalValues?: string[]
  referenceTypes?: string[]
  subAttributes?: ScimAttribute[]
}

type Traits = Partial<Omit<ScimAttribute, 'name' | 'description' | 'type'>>

function attribute(
  type: ScimAttribute['type'],
  name: string,
  description: string,
  traits: Traits,
): ScimAttribute {
  return {
    name,
    type,
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...traits,
  }
}

export function string(name: string, description: string, traits: Traits = {}): ScimAttribute {
  return attribute('string', name, description, traits)
}

export function boolean(name: string, description: string, traits: Traits = {}): ScimAttribute {
  return attribute('boolean', name, description, traits)
}

export function integer(name: string, description: string, traits: Traits = {}): ScimAttribute {
  return attribute('integer', name, description, traits)
}

export function dateTime(name: string, description: string, traits: Traits = {}): ScimAttribute {
  return attribute('dateTime', name, description, traits)
}

/** An address of another resource (`User`, `Group`) or of a page (`external`); always case-exact. */
export function reference(
  name: string,
  description: string,
  referenceTypes: string[],
  traits: Traits = {},
): ScimAttribute {
  return attribute('reference', name, description, { caseExact: true, referenceTypes, ...traits })
}

export function complex(
  name: string,
  description: string,
  subAttributes: ScimAttribute[],
  traits: Traits = {},
): ScimAttribute {
  return attribute('complex', name, description, { subAttributes, ...traits })
}

/** A multi-valued attribute with the usual sub-attributes `value`, `display`, `type` and `primary`. */
export function list(
  name: string,
  description: string,
  valueDescription: string,
  types: string[],
): ScimAttribute {
  return complex(
    name,
    description,
    [
      string('value', valueDescription),
      string('display', 'A name for people to read.'),
      typeOfValue(types),
      primary(),
    ],
    { multiValued: true },
  )
}

/** The label of one value among several, such as `work`. */
export function typeOfValue(types: string[]): ScimAttribute {
  return string('type', 'What this value is for.', types.length > 0 ? { canonicalValues: types } : {})
}

/** Which value comes first; true at most once. */
export function primary(): ScimAttribute {
  return boolean('primary', 'Whether this is the value to be used first; true at most once.')
}
