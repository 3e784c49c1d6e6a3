import { pick, type Random } from './random.ts'

/** Invented given names; none tells anything about the person who bears it. */
const GIVEN = (
  'Adelin Adoran Aelys Alban-Noé Aloan Amaëlle Anvel Arnoé Aubren Aumarie Azelin Bélisan Brévan Calisse Calvin-Lou ' +
  'Célian Cendrelis Clarin Corwenn Damaël Delphin Doriel Éloane Élorin Émeric-Lou Énora-Lys Esteline Évaël Fanchon ' +
  'Florelin Galaë Gwendan Gwilherm-Noé Hélianne Ildan Iloé Isaël Jasmin-Lou Joévan Jorelin Kaëlig Kerlian Lavenne ' +
  'Léandrin Lisandre Loévan Lorwenn Lucelin Maëlann Malovan Marelle Mélisan Milorin Nahelle Naorin Néliane Nolwen-Aël ' +
  'Oanelle Océlin Orian Orlaine Pervenchel Primaël Quentelin Rivanne Rosalin Sélorin Silvaine Solenn-Aël Taliesse ' +
  'Thévan Tiphelin Ulwenn Valorin Vianelle Wendelin Xavelin Yaëline Ylann Yvaine-Lou Zélian Zoarin'
).split(' ')

const FIRST_HALVES = (
  'Ald Ambr Arv Beaul Berl Brév Cal Cast Cham Corb Court Dalm Dauv Estr Falv Ferr Font Gal Garr Grandv Guern Haut ' +
  'Jarr Ker Lambr Lanv Lorv Marc Mirv Montr Morv Nav Orl Pell Quesn Rav Rocheb Sauv Serv Trév Valm Vaudr Verg Vill'
).split(' ')

const SECOND_HALVES = (
  'abel adec aguet alon ambert andeau annic antier ardel argent aumont avoine ébert égan elin elleau elmont énan ' +
  'épine érand érin eroux estin evan ieux ignac inel iollet isson ivière obel olland orel orin ouët ouvier uzac yvon'
).split(' ')

const BEFORE = ['', '', '', '', '', '', '', '', '', '', '', '', '', '', 'Le ', 'de ']

/** An invented name, French in sound. Names repeat now and then, as they do in a company. */
export function inventName(random: Random): { given_name: string; family_name: string } {
  const stem = `${pick(random, FIRST_HALVES)}${pick(random, SECOND_HALVES)}`
  return { given_name: pick(random, GIVEN), family_name: `${pick(random, BEFORE)}${stem}` }
}

/**
 * Gives out addresses `given.family.n@domain`, each once: n counts the people with the same name.
 * Accents are taken off and anything that is not a letter becomes a hyphen.
 */
export function addressBook(domain: string): (name: { given_name: string; family_name: string }) => string {
  const taken = new Map<string, number>()
  return ({ given_name, family_name }) => {
    const local = `${plain(given_name)}.${plain(family_name)}`
    const count = (taken.get(local) ?? 0) + 1
    taken.set(local, count)
    return `${local}.${count}@${domain}`
  }
}

/** Lower-case letters, digits and single hyphens only. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
