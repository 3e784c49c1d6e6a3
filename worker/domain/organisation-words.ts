import type { Language } from './language.ts'
import type { Organisation } from './organisation.ts'

/** The parts of the public pages that depend on who runs the service; a name that nobody gave is said in general words. */
type Known = Pick<Organisation, 'address' | 'phone' | 'hours' | 'email' | 'dpo' | 'publisher'> & {
  name: string | null
}

/** Who publishes the site and how to reach them, line by line (W22). */
export function publisherLines(organisation: Known, language: Language): string[] {
  const { name, address, publisher } = organisation
  const isFrench = language === 'fr'
  const who =
    name ??
    (isFrench
      ? 'Ce site est publié par l’organisation qui propose les programmes de mentorat qu’il présente.'
      : 'This site is published by the organisation that offers the mentoring programmes it presents.')
  return [
    [who, address].filter(Boolean).join(', '),
    ...(publisher
      ? [
          isFrench
            ? `Responsable de la publication\u00a0: ${publisher}`
            : `Responsible for publication: ${publisher}`,
        ]
      : []),
    ...reachLines(organisation, language),
  ]
}

/** Address, telephone and hours, as far as they are known (P39, W22). */
export function reachLines({ email, phone, hours }: Known, language: Language): string[] {
  const isFrench = language === 'fr'
  return [
    email
      ? isFrench
        ? `E-mail\u00a0: ${email}`
        : `E-mail: ${email}`
      : isFrench
        ? 'Pour nous joindre, utilisez le formulaire de contact.'
        : 'To reach us, use the contact form.',
    ...(phone ? [isFrench ? `Téléphone\u00a0: ${phone}` : `Telephone: ${phone}`] : []),
    hours
      ? isFrench
        ? `Horaires\u00a0: ${hours.fr}`
        : `Opening hours: ${hours.en}`
      : isFrench
        ? 'Horaires\u00a0: ils ne sont pas précisés. Le formulaire est ouvert à toute heure.'
        : 'Opening hours: not stated. The form is open at any time.',
  ]
}

/** Who decides what becomes of the data, and that taking part is voluntary. */
export function controllerLines({ name }: Pick<Known, 'name'>, language: Language): string[] {
  return language === 'fr'
    ? [
        `${name ?? 'L’organisation qui vous propose ce programme'} décide de l’usage de ces données et en répond. La participation est volontaire\u00a0: vous pouvez y renoncer à tout moment, sans donner de raison.`,
      ]
    : [
        `${name ?? 'The organisation that offers you this programme'} decides how these data are used and answers for it. Taking part is voluntary: you may stop at any time, without giving a reason.`,
      ]
}

/** Where the data are, only as far as the organisation has said so. */
export function placeLines(
  place: Pick<Organisation, 'store_in_eu' | 'requests_in_eu'>,
  language: Language,
): string[] {
  const { store_in_eu, requests_in_eu } = place
  if (language === 'fr') {
    return [
      store_in_eu
        ? 'La base de données a été créée dans l’Union européenne et y reste.'
        : 'L’organisation n’a pas précisé si la base de données est dans l’Union européenne. Demandez-le-lui.',
      requests_in_eu
        ? 'Les demandes sont traitées dans l’Union européenne seulement.'
        : 'Les demandes peuvent être traitées hors de l’Union européenne, là où le réseau de l’hébergeur est le plus proche de vous.',
    ]
  }
  return [
    store_in_eu
      ? 'The database was created in the European Union and stays there.'
      : 'The organisation has not said whether the database is in the European Union. Ask them.',
    requests_in_eu
      ? 'Requests are handled in the European Union alone.'
      : 'Requests may be handled outside the European Union, where the network of the host is nearest to you.',
  ]
}

/** What people may ask, and to whom they write. */
export function rightsLines({ dpo, email }: Pick<Known, 'dpo' | 'email'>, language: Language): string[] {
  const address = dpo ?? email
  return language === 'fr'
    ? [
        `Vous pouvez consulter, corriger, faire effacer ou récupérer vos données, limiter leur usage ou vous y opposer. ${address ? `Écrivez à ${address}, ou utilisez le formulaire de contact.` : 'Utilisez le formulaire de contact, ou écrivez à la personne chargée de la protection des données dans votre organisation.'} Une réponse vous est due sous un mois. Vous pouvez aussi saisir la CNIL (cnil.fr).`,
      ]
    : [
        `You may read, correct, erase or take away your data, restrict their use or object to it. ${address ? `Write to ${address}, or use the contact form.` : 'Use the contact form, or write to your organisation’s data protection officer.'} You are owed an answer within a month. You may also turn to a data protection authority, in France the CNIL (cnil.fr).`,
      ]
}

/** Whom to tell that a page resists. */
export function barrierLines({ email }: Pick<Known, 'email'>, language: Language): string[] {
  return language === 'fr'
    ? [
        `Si une page vous résiste, ${email ? `écrivez à ${email} ou utilisez` : 'utilisez'} le formulaire de contact\u00a0: dites quelle page, ce que vous vouliez faire et ce qui s’est passé. Nous vous proposons une autre voie sans attendre, puis nous corrigeons.`,
      ]
    : [
        `If a page resists you, ${email ? `write to ${email} or use` : 'use'} the contact form: say which page, what you wanted to do and what happened. We offer you another way at once, then we mend it.`,
      ]
}
