import type { Both } from '#domain/language.ts'
import type { ProblemKind } from '#domain/problem.ts'

/** What a help page says: to the person first, then to whoever connects a system. */
export interface ProblemHelp {
  title: string
  happened: string
  todo: string[]
  systems: string
}

export const PROBLEM_PAGE: Both<{
  heading: string
  lead: string
  todo: string
  systems: string
  kind: string
  all: string
  mail: string
}> = {
  fr: {
    heading: 'Quand une demande n’aboutit pas',
    lead: 'Chaque refus porte un nom. Voici ce qu’il veut dire, et ce que vous pouvez faire.',
    todo: 'Ce que vous pouvez faire',
    systems: 'Pour la personne qui relie un système',
    kind: 'Nom de ce refus dans l’interface',
    all: 'Tous les refus possibles',
    mail: 'Si cela continue, écrivez à l’équipe de votre programme en disant ce que vous faisiez et à quelle heure.',
  },
  en: {
    heading: 'When a request does not go through',
    lead: 'Every refusal has a name. Here is what it means, and what you can do.',
    todo: 'What you can do',
    systems: 'For whoever connects a system',
    kind: 'Name of this refusal in the interface',
    all: 'All possible refusals',
    mail: 'If it goes on, write to your programme team and tell them what you were doing and at what time.',
  },
}

export const PROBLEM_HELP: Record<ProblemKind, Both<ProblemHelp>> = {
  invalid: {
    fr: {
      title: 'Une réponse est à revoir',
      happened:
        'Une partie de ce que vous avez envoyé manque ou n’a pas la forme attendue. Rien n’a été enregistré.',
      todo: [
        'Revenez à la page précédente : vos réponses y sont encore.',
        'En haut de la page, la liste des points à revoir mène à chaque champ.',
        'Corrigez, puis envoyez de nouveau.',
      ],
      systems:
        'Le tableau « errors » de la réponse donne, pour chaque champ, un pointeur JSON et ce qui est attendu. Renvoyer la même demande donnera le même refus.',
    },
    en: {
      title: 'An answer needs another look',
      happened: 'Part of what you sent is missing or is not in the form expected. Nothing was saved.',
      todo: [
        'Go back to the previous page: your answers are still there.',
        'At the top of the page, the list of points to review leads to each field.',
        'Correct them, then send again.',
      ],
      systems:
        'The “errors” array of the answer gives, for each field, a JSON pointer and what is expected. Sending the same request again will be refused again.',
    },
  },
  unauthenticated: {
    fr: {
      title: 'Il faut vous connecter',
      happened:
        'Cette page ou cette action est réservée aux personnes connectées, et votre connexion est absente ou terminée.',
      todo: [
        'Ouvrez votre espace et demandez un code : il arrive par e-mail.',
        'Utilisez l’adresse de votre inscription.',
        'Vérifiez que votre navigateur accepte les cookies de ce site : ils ne servent qu’à la connexion.',
      ],
      systems:
        'Ajoutez l’en-tête « Authorization: Bearer » suivi de votre clé. Une clé inconnue, expirée ou révoquée reçoit la même réponse.',
    },
    en: {
      title: 'Please sign in',
      happened: 'This page or action is for people who are signed in, and you are not, or no longer.',
      todo: [
        'Open your space and ask for a code: it comes by e-mail.',
        'Use the address you signed up with.',
        'Check that your browser accepts this site’s cookies: they serve for signing in only.',
      ],
      systems:
        'Add the header “Authorization: Bearer” followed by your key. A key that is unknown, expired or revoked gets the same answer.',
    },
  },
  forbidden: {
    fr: {
      title: 'Cet accès ne vous est pas ouvert',
      happened:
        'Nous savons qui vous êtes, mais cette action appartient à quelqu’un d’autre ou demande un droit que vous n’avez pas.',
      todo: [
        'Vérifiez que vous êtes dans le bon espace et avec la bonne adresse.',
        'Si vous organisez un programme, demandez à une personne de l’équipe de vous ajouter.',
      ],
      systems:
        'Le détail de la réponse nomme le droit qui manque. Demandez une clé qui le porte : les droits d’une clé ne changent pas après sa création.',
    },
    en: {
      title: 'This is not open to you',
      happened:
        'We know who you are, but this belongs to someone else or needs a permission you do not have.',
      todo: [
        'Check that you are in the right space, with the right address.',
        'If you help to run a programme, ask someone in the team to add you.',
      ],
      systems:
        'The detail of the answer names the missing scope. Ask for a key that carries it: the scopes of a key do not change once it is made.',
    },
  },
  'not-found': {
    fr: {
      title: 'Introuvable',
      happened: 'Ce que vous cherchez n’existe pas, n’existe plus, ou n’est pas encore publié.',
      todo: [
        'Vérifiez l’adresse, surtout si elle a été recopiée à la main.',
        'Retrouvez le programme dans la liste des programmes.',
        'Un lien de confirmation ne sert qu’une fois : s’il a déjà servi, votre inscription est faite.',
      ],
      systems:
        'Vérifiez l’identifiant. Les identifiants externes sont comparés à la lettre près, majuscules comprises.',
    },
    en: {
      title: 'Not found',
      happened: 'What you are looking for does not exist, no longer exists, or is not published yet.',
      todo: [
        'Check the address, above all if it was copied by hand.',
        'Find the programme in the list of programmes.',
        'A confirmation link works once: if it has been used, your sign-up is done.',
      ],
      systems: 'Check the identifier. External identifiers are compared letter by letter, capitals included.',
    },
  },
  'method-not-allowed': {
    fr: {
      title: 'Cette adresse ne s’utilise pas ainsi',
      happened:
        'L’adresse existe, mais pas pour cette action. Cela arrive quand on ouvre directement l’adresse d’un formulaire.',
      todo: ['Revenez à la page qui contient le formulaire et envoyez-le depuis là.'],
      systems: 'L’en-tête « Allow » de la réponse liste les méthodes acceptées à cette adresse.',
    },
    en: {
      title: 'This address is not used that way',
      happened:
        'The address exists, but not for this action. It happens when the address of a form is opened directly.',
      todo: ['Go back to the page that holds the form and send it from there.'],
      systems: 'The “Allow” header of the answer lists the methods accepted at this address.',
    },
  },
  conflict: {
    fr: {
      title: 'Quelqu’un est passé juste avant',
      happened:
        'Ce que vous vouliez modifier a changé entre-temps, ou votre demande contredit une réponse déjà donnée. Rien n’a été enregistré.',
      todo: [
        'Rechargez la page pour voir où en sont les choses.',
        'Recommencez si votre demande a encore un sens.',
        'Si vous avez changé d’avis après une réponse, écrivez à l’équipe du programme.',
      ],
      systems:
        'Relisez la ressource, puis décidez : deux écritures se sont croisées, ou l’objet existe déjà sous un autre nom.',
    },
    en: {
      title: 'Someone was there just before you',
      happened:
        'What you wanted to change has changed meanwhile, or your request contradicts an answer already given. Nothing was saved.',
      todo: [
        'Reload the page to see where things stand.',
        'Try again if your request still makes sense.',
        'If you have changed your mind after an answer, write to the programme team.',
      ],
      systems:
        'Read the resource again, then decide: two writes crossed, or the object already exists under another name.',
    },
  },
  closed: {
    fr: {
      title: 'Ce n’est pas, ou plus, le moment',
      happened: 'Les inscriptions ne sont pas ouvertes, ou le délai pour répondre est passé.',
      todo: [
        'La page du programme donne ses dates.',
        'Votre espace montre où en est chaque proposition.',
        'Si vous n’avez pas pu répondre à temps, écrivez à l’équipe du programme : un nouveau tour est peut-être prévu.',
      ],
      systems:
        'L’état de l’objet n’admet plus cette action. Réessayer n’y changera rien avant que l’état ou la date ne change.',
    },
    en: {
      title: 'It is not the time, or no longer',
      happened: 'Sign-ups are not open, or the time to answer has passed.',
      todo: [
        'The page of the programme gives its dates.',
        'Your space shows where each proposal stands.',
        'If you could not answer in time, write to the programme team: another round may be planned.',
      ],
      systems:
        'The state of the object no longer admits this action. Trying again changes nothing until the state or the date does.',
    },
  },
  stale: {
    fr: {
      title: 'Cette page n’est plus à jour',
      happened:
        'Vous avez modifié une version qui a changé depuis que vous l’avez ouverte. Rien n’a été enregistré, ni perdu de ce que les autres ont fait.',
      todo: [
        'Ouvrez la version d’aujourd’hui dans un autre onglet.',
        'Reportez-y vos changements, puis enregistrez.',
      ],
      systems:
        'L’étiquette donnée dans « If-Match » n’est plus celle de la ressource. Relisez-la, prenez sa nouvelle étiquette, recommencez.',
    },
    en: {
      title: 'This page is out of date',
      happened:
        'You changed a version that has moved on since you opened it. Nothing was saved, and nothing that others did was lost.',
      todo: ['Open today’s version in another tab.', 'Make your changes there, then save.'],
      systems:
        'The tag given in “If-Match” is no longer that of the resource. Read it again, take its new tag, retry.',
    },
  },
  'already-received': {
    fr: {
      title: 'Cette demande est déjà arrivée',
      happened:
        'La même demande a été envoyée deux fois. Rien n’est fait deux fois : la première compte, ou est encore en route.',
      todo: [
        'Patientez une minute, puis rechargez la page : ce que vous demandiez y est sans doute.',
        'Si rien n’a changé, recommencez une fois.',
      ],
      systems:
        'Une demande avec la même « Idempotency-Key » est en cours, ou a été accomplie sans que sa réponse ait pu être gardée. Avec « Retry-After », attendez ce délai et renvoyez la même demande avec la même clé. Sans lui, lisez ce que le détail nomme : la demande a été accomplie. N’en refaites pas une nouvelle avec une autre clé.',
    },
    en: {
      title: 'This request has already arrived',
      happened:
        'The same request was sent twice. Nothing is done twice: the first one counts, or is still on its way.',
      todo: [
        'Wait a minute, then reload the page: what you asked for is probably there.',
        'If nothing has changed, try once more.',
      ],
      systems:
        'A request with the same “Idempotency-Key” is under way, or was carried out and its answer could not be kept. With “Retry-After”, wait that long and send the same request with the same key again. Without it, read what the detail names: the request was carried out. Do not make a new one with another key.',
    },
  },
  'key-reused': {
    fr: {
      title: 'Cette clé a servi à une autre demande',
      happened:
        'La demande porte une marque de répétition qui appartient à une demande différente. Rien n’a été enregistré.',
      todo: [
        'Rechargez la page, puis recommencez.',
        'Si un outil RH envoie cette demande, transmettez cette page à la personne qui le règle.',
      ],
      systems:
        'Chaque demande nouvelle prend une « Idempotency-Key » nouvelle, par exemple un UUID. Une répétition garde la clé, et aussi la méthode, l’adresse et le corps, octet pour octet. Les clés sont oubliées après deux jours.',
    },
    en: {
      title: 'This key was used for another request',
      happened:
        'The request bears a mark of repetition that belongs to a different request. Nothing was saved.',
      todo: [
        'Reload the page, then try again.',
        'If an HR tool sends this request, pass this page on to whoever sets it up.',
      ],
      systems:
        'Every new request takes a new “Idempotency-Key”, such as a UUID. A repetition keeps the key, and the method, the address and the body too, byte for byte. Keys are forgotten after two days.',
    },
  },
  'too-large': {
    fr: {
      title: 'C’est trop volumineux',
      happened: 'Le fichier ou le texte envoyé dépasse la taille acceptée. Rien n’a été enregistré.',
      todo: [
        'Raccourcissez le texte, ou partagez le fichier en plusieurs.',
        'Retirez du fichier les colonnes qui ne sont pas lues.',
      ],
      systems:
        'Le détail donne la limite. Un import se partage sans risque : renvoyer une ligne identique n’écrit rien.',
    },
    en: {
      title: 'This is too large',
      happened: 'The file or text you sent is beyond the accepted size. Nothing was saved.',
      todo: [
        'Shorten the text, or split the file in several.',
        'Remove from the file the columns that are not read.',
      ],
      systems:
        'The detail gives the limit. An import can be split safely: sending the same line again writes nothing.',
    },
  },
  'unsupported-media-type': {
    fr: {
      title: 'Ce format n’est pas lu ici',
      happened: 'Ce qui a été envoyé n’est pas dans un format que cette adresse sait lire.',
      todo: [
        'Pour un fichier du personnel, exportez-le de votre tableur en CSV, encodage UTF-8.',
        'Envoyez-le depuis la console, qui annonce le bon format.',
      ],
      systems:
        'Vérifiez l’en-tête « Content-Type » : « application/json » pour la plupart des adresses, « text/csv » pour les imports.',
    },
    en: {
      title: 'This format is not read here',
      happened: 'What was sent is not in a format that this address can read.',
      todo: [
        'For a staff file, export it from your spreadsheet as CSV, in UTF-8.',
        'Send it from the console, which announces the right format.',
      ],
      systems:
        'Check the “Content-Type” header: “application/json” for most addresses, “text/csv” for imports.',
    },
  },
  'too-many': {
    fr: {
      title: 'Beaucoup de demandes en peu de temps',
      happened:
        'Pour protéger les boîtes aux lettres et les codes de connexion, le nombre d’essais est limité. Rien n’est perdu.',
      todo: [
        'Patientez quelques minutes, puis réessayez une seule fois.',
        'Cherchez le dernier e-mail reçu, y compris dans les indésirables : seul le dernier code fonctionne.',
      ],
      systems:
        'Attendez le nombre de secondes donné par « Retry-After » quand il est présent, et espacez vos appels.',
    },
    en: {
      title: 'Many requests in a short time',
      happened: 'To protect mailboxes and sign-in codes, the number of attempts is limited. Nothing is lost.',
      todo: [
        'Wait a few minutes, then try once more.',
        'Look for the latest e-mail, in the junk folder too: only the latest code works.',
      ],
      systems:
        'Wait for the number of seconds given by “Retry-After” where present, and space out your calls.',
    },
  },
  unavailable: {
    fr: {
      title: 'Le service se repose un instant',
      happened:
        'Le service démarre, ou quelque chose ne répond pas de notre côté. Ce qui était enregistré l’est toujours.',
      todo: [
        'Attendez une minute, puis rechargez la page.',
        'Si vous envoyiez un formulaire, revenez en arrière : vos réponses sont encore dans la page.',
      ],
      systems: 'Réessayez avec un délai croissant. « GET /api/v1/health » répond 200 quand tout est prêt.',
    },
    en: {
      title: 'The service is resting for a moment',
      happened:
        'The service is starting, or something on our side is not answering. What was saved is still saved.',
      todo: [
        'Wait a minute, then reload the page.',
        'If you were sending a form, go back: your answers are still in the page.',
      ],
      systems: 'Retry with a growing delay. “GET /api/v1/health” answers 200 when all is ready.',
    },
  },
}
