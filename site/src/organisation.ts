/**
 * Who runs this deployment, from the environment of the build; what is not given is said in general words.
 * ORGANISATION: its name · ORGANISATION_ADDRESS: postal address · CONTACT_EMAIL: who answers about data,
 * the site and its accessibility.
 */
export const organisation = {
  name: process.env.ORGANISATION || null,
  address: process.env.ORGANISATION_ADDRESS || null,
  contact: process.env.CONTACT_EMAIL || null,
}

export type Organisation = typeof organisation

/** The same as the domain speaks of it: what only an organiser can say is not known to the build. */
export function asBuilt({ name, address, contact }: Organisation) {
  return { name, address, email: contact, phone: null, hours: null, dpo: null, publisher: null }
}
