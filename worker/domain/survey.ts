/** Answers to a survey by the key of the question (questionnaires.md §10); `LEVELS` has a level 0–4 by topic wanted. */
export interface SurveyAnswers {
  [key: string]: number | string | boolean | Record<string, number> | undefined
}
