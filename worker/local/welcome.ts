import type { LoadedWorld } from './starting-world.ts'

interface Place {
  base: string
  dir: string
  port: number
  seconds: number
}

/** What `npm start` says once everything answers: where to look, and how to get in. */
export function welcome(world: LoadedWorld, { base, dir, port, seconds }: Place): string {
  const { programme, cohort, organiser, undecided, paired } = world
  const rows: [string, string][] = [
    ...programmeRows(base, programme),
    ['Console', `${base}/fr/console/`],
    ['  sign in as', organiser],
    ['Personal space', `${base}/fr/me/`],
    ...undecided
      .slice(0, 1)
      .map((): [string, string] => ['  sign in as', `${undecided.join('  or  ')}   (a proposal to answer)`]),
    ...paired
      .slice(0, 1)
      .map((): [string, string] => ['  or as', `${paired.join('  or  ')}   (a pair that has begun)`]),
    ['Mails', `${base}/dev/mail   sign-in codes and confirmation links arrive here`],
  ]
  const next =
    programme && cohort
      ? [
          `To match people:   ${base}/fr/console/programme/?p=${programme}`,
          `                   start a run there, read it, approve it; both people then find it in their space and answer.`,
          `Already matched:   ${base}/fr/console/programme/?p=${cohort}`,
        ]
      : [
          'To load people, sign-ups and a programme, and match them:',
          `  npm run world -- --port ${port} --data ${dir} --people 1000`,
        ]
  return [
    '',
    `Binôme is ready at ${base}/ (${seconds.toFixed(0)} s)`,
    '',
    ...rows.map(([label, value]) => `${label.padEnd(18)} ${value}`),
    '',
    ...next,
    '',
    `Data and log in ${dir}. Ctrl-C stops everything.`,
    '',
  ].join('\n')
}

function programmeRows(base: string, programme: string | null): [string, string][] {
  if (programme === null)
    return [
      ['Home', `${base}/fr/`],
      ['  in English', `${base}/en/`],
    ]
  const page = (language: string) => `${base}/${language}/programmes/${programme}/`
  return [
    ['Open programme', page('fr')],
    ['  in English', page('en')],
    ['  as a mentor', `${page('fr')}mentor/`],
    ['  as a mentee', `${page('fr')}mentee/`],
  ]
}
