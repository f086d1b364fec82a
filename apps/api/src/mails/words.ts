import { createWords } from '@sixfold/contract/words'
import { casesMails } from './words/cases.ts'
import { colleaguesMails } from './words/colleagues.ts'
import { ownDataMails } from './words/own-data.ts'
import { roundTablesMails } from './words/round-tables.ts'
import { surveysMails } from './words/surveys.ts'

const en = {
  ...colleaguesMails.en,
  ...surveysMails.en,
  ...roundTablesMails.en,
  ...casesMails.en,
  ...ownDataMails.en,
}

const vi: Record<keyof typeof en, string> = {
  ...colleaguesMails.vi,
  ...surveysMails.vi,
  ...roundTablesMails.vi,
  ...casesMails.vi,
  ...ownDataMails.vi,
}

export const mailWords = createWords({ en, vi })

type MailWordId = keyof typeof en

/** The kinds of mail; each has a subject, a heading, a body, a button and a foot in both languages. */
export type MailKind = MailWordId extends infer Id
  ? Id extends `${infer Kind}.subject`
    ? Kind
    : never
  : never
