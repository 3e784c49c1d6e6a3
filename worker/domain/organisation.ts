import type { Both } from './language.ts'

/** How to reach whoever runs this service, and where its data live; what is not known is null and said so on the pages. */
export interface Organisation {
  name: string
  address: string | null
  phone: string | null
  /** When somebody answers, such as “Monday to Friday, 9 to 17”. */
  hours: Both | null
  email: string | null
  /** The data protection officer. */
  dpo: string | null
  /** Who publishes the site (legal notice). */
  publisher: string | null
  /** Whether the store was created with the jurisdiction of the European Union. */
  store_in_eu: boolean
  /** Whether the network runs requests in the European Union alone. */
  requests_in_eu: boolean
}

/** What is said of an organisation that has said nothing yet. `name` comes from the deployment. */
export function unknownOrganisation(name: string): Organisation {
  return {
    name,
    address: null,
    phone: null,
    hours: null,
    email: null,
    dpo: null,
    publisher: null,
    store_in_eu: false,
    requests_in_eu: false,
  }
}
