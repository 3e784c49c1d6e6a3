import type { Language } from '#domain/language.ts'
import { COMMON_TIME_ZONES, listZonesAt, offsetMinutes, sayOffset } from '#domain/time-zone.ts'
import { type Fragment, fragment } from './fragment.ts'
import { CITIES_IN_FRENCH, PREFERENCE_WORDS, REGIONS } from './preference-words.ts'

/**
 * The choices of a time zone, with how far each is from universal time at an instant (epoch ms): that of the programme,
 * those often chosen, then all by continent.
 * @param chosen IANA zone, or null for that of the programme
 */
export function zoneOptions(chosen: string | null, at: number, language: Language): Fragment {
  const words = PREFERENCE_WORDS[language].writing
  const all = listZonesAt(at)
  const isCommon = new Set<string>(COMMON_TIME_ZONES)
  const isListed = chosen === null || isCommon.has(chosen) || all.some(({ zone }) => zone === chosen)
  const draw = (zone: string, offset: number) =>
    fragment`<option value="${zone}"${zone === chosen ? fragment` selected` : null}>${cityOf(zone, language)} (${sayOffset(offset)})</option>`
  const groups = Map.groupBy(
    all.filter(({ zone }) => !isCommon.has(zone)),
    ({ zone }) => zone.split('/')[0] as string,
  )
  return fragment`<option value="">${words.ofProgramme}</option>
    <optgroup label="${words.common}">${isListed ? null : draw(chosen, offsetMinutes(at, chosen))}${COMMON_TIME_ZONES.map((zone) => draw(zone, offsetMinutes(at, zone)))}</optgroup>
    ${[...groups].map(([region, zones]) => fragment`<optgroup label="${REGIONS[region]?.[language] ?? region}">${zones.map(({ zone, offset }) => draw(zone, offset))}</optgroup>`)}`
}

/** `America/Argentina/Buenos_Aires` as “Buenos Aires, Argentina”. */
function cityOf(zone: string, language: Language): string {
  if (language === 'fr' && CITIES_IN_FRENCH[zone]) return CITIES_IN_FRENCH[zone]
  const [, ...places] = zone.split('/')
  return (places.length ? places.reverse() : [zone]).join(', ').replaceAll('_', ' ')
}
