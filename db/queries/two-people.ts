import { aliasedTable } from 'drizzle-orm'
import { participants } from '#db/schema/participant.ts'
import { people } from '#db/schema/person.ts'

/** The two sides of a proposal or a pair, each as a participant and as a person. */
export const mentorParticipant = aliasedTable(participants, 'mentor_participant')
export const menteeParticipant = aliasedTable(participants, 'mentee_participant')
export const mentorPerson = aliasedTable(people, 'mentor_person')
export const menteePerson = aliasedTable(people, 'mentee_person')
