import type { Both } from '#domain/language.ts'

const fr = {
  title: 'Mes préférences',
  lead: 'Ce que vous choisissez ici vaut pour tous vos programmes. Personne d’autre ne le lit.',
  back: 'Revenir à mon espace',
  saved: 'Vos préférences sont enregistrées.',
  withdrawn: 'L’adresse est supprimée\u00a0: elle ne mène plus nulle part.',
  writing: {
    title: 'Vos messages',
    zone: 'Votre fuseau horaire',
    zoneHelp:
      'Les heures de vos séances et de vos messages sont les siennes. L’écart avec le temps universel est celui d’aujourd’hui.',
    ofProgramme: 'Celui du programme',
    common: 'Souvent choisis',
    reminders: 'Les rappels par courriel',
    remindersHelp:
      'Sans eux, vous recevez seulement ce qui demande une réponse de votre part ou change une séance.',
    remindersYes: 'Je les reçois',
    remindersNo: 'Je n’en reçois pas',
    quiet: 'Vos heures tranquilles',
    quietHelp:
      'Rien de ce qui peut attendre ne part pendant ces heures, ni le samedi ni le dimanche. Deux fois la même heure\u00a0: aucune heure tranquille en semaine.',
    from: 'À partir de',
    to: 'Jusqu’à',
    save: 'Enregistrer mes préférences',
  },
  calendars: {
    title: 'Vos séances dans votre agenda',
    text: 'Une adresse secrète donne vos séances à votre agenda, qui les tient à jour de lui-même. Qui connaît l’adresse voit ces séances\u00a0: ne la donnez à personne d’autre.',
    kind: {
      own: {
        title: 'Votre agenda',
        text: 'Les séances proposées et prévues, avec le nom de la personne et le lieu.',
      },
      assistant: {
        title: 'L’agenda que quelqu’un tient pour vous',
        text: 'Le début et la fin de vos séances, et rien d’autre\u00a0: ni la personne, ni le lieu, ni le programme.',
      },
    },
    since: (day: string) => `Une adresse existe depuis le ${day}.`,
    none: 'Aucune adresse pour le moment.',
    create: 'Créer l’adresse',
    replace: 'Remplacer l’adresse',
    replaceHelp: 'L’ancienne adresse ne mènera plus nulle part.',
    withdraw: 'Supprimer l’adresse',
    of: (title: string) => ` (${title.toLocaleLowerCase('fr')})`,
    created: 'Voici l’adresse. Copiez-la maintenant\u00a0: elle ne sera plus montrée.',
    address: 'Adresse du calendrier',
    next: 'Dans votre agenda, choisissez d’ajouter un calendrier à partir d’une adresse, ou de vous y abonner, puis collez-la.',
  },
  data: {
    title: 'Vos données',
    text: 'Tout ce que nous savons de vous est à vous.',
    export: 'Emporter mes données (JSON)',
    erase: 'Tout effacer',
  },
}

const en: typeof fr = {
  title: 'My preferences',
  lead: 'What you choose here holds for all your programmes. Nobody else reads it.',
  back: 'Back to my space',
  saved: 'Your preferences are saved.',
  withdrawn: 'The address is removed: it no longer leads anywhere.',
  writing: {
    title: 'Your messages',
    zone: 'Your time zone',
    zoneHelp:
      'The hours of your sessions and of your messages are told in it. The difference from universal time is today’s.',
    ofProgramme: 'That of the programme',
    common: 'Often chosen',
    reminders: 'Reminders by mail',
    remindersHelp: 'Without them you only receive what needs an answer from you or changes a session.',
    remindersYes: 'Send them to me',
    remindersNo: 'Do not send them to me',
    quiet: 'Your quiet hours',
    quietHelp:
      'Nothing that can wait is sent during these hours, nor on Saturdays and Sundays. The same hour twice: no quiet hours on weekdays.',
    from: 'From',
    to: 'Until',
    save: 'Save my preferences',
  },
  calendars: {
    title: 'Your sessions in your calendar',
    text: 'A secret address gives your sessions to your calendar, which keeps them up to date by itself. Whoever knows the address sees these sessions: give it to nobody else.',
    kind: {
      own: {
        title: 'Your calendar',
        text: 'Sessions proposed and planned, with the name of the person and the place.',
      },
      assistant: {
        title: 'The calendar that somebody keeps for you',
        text: 'The start and end of your sessions and nothing else: neither the person, nor the place, nor the programme.',
      },
    },
    since: (day) => `There has been an address since ${day}.`,
    none: 'No address yet.',
    create: 'Create the address',
    replace: 'Replace the address',
    replaceHelp: 'The former address will no longer lead anywhere.',
    withdraw: 'Remove the address',
    of: (title) => ` (${title.toLowerCase()})`,
    created: 'Here is the address. Copy it now: it will not be shown again.',
    address: 'Address of the calendar',
    next: 'In your calendar, choose to add a calendar from an address, or to subscribe to one, and paste it.',
  },
  data: {
    title: 'Your data',
    text: 'All that we know of you is yours.',
    export: 'Take my data along (JSON)',
    erase: 'Erase everything',
  },
}

export const PREFERENCE_WORDS: Both<typeof fr> = { fr, en }

/** Continents and oceans as IANA names begin. */
export const REGIONS: Record<string, Both> = {
  Africa: { fr: 'Afrique', en: 'Africa' },
  America: { fr: 'Amérique', en: 'America' },
  Antarctica: { fr: 'Antarctique', en: 'Antarctica' },
  Arctic: { fr: 'Arctique', en: 'Arctic' },
  Asia: { fr: 'Asie', en: 'Asia' },
  Atlantic: { fr: 'Atlantique', en: 'Atlantic' },
  Australia: { fr: 'Australie', en: 'Australia' },
  Europe: { fr: 'Europe', en: 'Europe' },
  Indian: { fr: 'Océan Indien', en: 'Indian Ocean' },
  Pacific: { fr: 'Pacifique', en: 'Pacific' },
}

/** French names of the cities that are often chosen; the others are named as IANA does. */
export const CITIES_IN_FRENCH: Record<string, string> = {
  'Europe/London': 'Londres',
  'America/Montreal': 'Montréal',
  'Indian/Reunion': 'La Réunion',
  'Asia/Kolkata': 'Calcutta',
}
