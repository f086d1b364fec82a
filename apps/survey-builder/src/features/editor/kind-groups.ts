import type { QuestionKind } from '@sixfold/domain/survey/question'
import { QUESTION_KINDS } from '@sixfold/domain/survey/question'
import type { KindGroup } from '../../words/kinds.ts'

const groupOf: Record<QuestionKind, KindGroup> = {
  satisfaction: 'ratings',
  agreement: 'ratings',
  rating: 'ratings',
  grid: 'ratings',
  nps: 'ratings',
  csat: 'ratings',
  ces: 'ratings',
  choice: 'choices',
  choices: 'choices',
  dropdown: 'choices',
  ranking: 'choices',
  picture: 'choices',
  slider: 'values',
  sum: 'values',
  text: 'values',
  number: 'values',
  date: 'values',
  'yes-no': 'choices',
  consent: 'personal',
  'contact-details': 'personal',
  upload: 'personal',
  statement: 'layout',
}

const groups: Record<KindGroup, true> = {
  ratings: true,
  choices: true,
  values: true,
  personal: true,
  layout: true,
}

/** Every kind under its group, in the order in which both are offered. */
export const KINDS_BY_GROUP: readonly { group: KindGroup; kinds: readonly QuestionKind[] }[] = (
  Object.keys(groups) as KindGroup[]
).map(group => ({ group, kinds: QUESTION_KINDS.filter(kind => groupOf[kind] === group) }))
