import type { Question, QuestionKind, QuestionOf } from '@sixfold/domain/survey/question'
import type { ComponentType } from 'react'
import {
  ChoiceSettings,
  GridSettings,
  MultipleChoiceSettings,
  RankingSettings,
  SumSettings,
} from './list-settings.tsx'
import { ConsentSettings, ContactSettings, StatementSettings, UploadSettings } from './personal-settings.tsx'
import { PictureSettings } from './picture-settings.tsx'
import {
  EffortSettings,
  FivePointSettings,
  NotApplicable,
  RatingSettings,
  RecommendSettings,
} from './scale-settings.tsx'
import { DateSettings, NumberSettings, SliderSettings, WrittenSettings } from './value-settings.tsx'

interface SettingsPropsOf<Q extends Question> {
  question: Q
}
export type SettingsProps<Kind extends QuestionKind = QuestionKind> = SettingsPropsOf<QuestionOf<Kind>>

/** The settings of each kind; one that is forgotten fails the type check. */
const settings: { [K in QuestionKind]: ComponentType<SettingsProps<K>> } = {
  satisfaction: FivePointSettings,
  agreement: FivePointSettings,
  rating: RatingSettings,
  grid: GridSettings,
  nps: RecommendSettings,
  csat: FivePointSettings,
  ces: EffortSettings,
  choice: ChoiceSettings,
  choices: MultipleChoiceSettings,
  dropdown: ChoiceSettings,
  ranking: RankingSettings,
  picture: PictureSettings,
  slider: SliderSettings,
  sum: SumSettings,
  text: WrittenSettings,
  number: NumberSettings,
  date: DateSettings,
  'yes-no': NotApplicable,
  consent: ConsentSettings,
  'contact-details': ContactSettings,
  upload: UploadSettings,
  statement: StatementSettings,
}

/** Whether what is measured can be chosen for the question as a whole. A grid's rows measure for themselves. */
export const MEASURES: Record<QuestionKind, boolean> = {
  satisfaction: true,
  agreement: true,
  rating: true,
  grid: false,
  nps: true,
  csat: true,
  ces: true,
  choice: true,
  choices: true,
  dropdown: true,
  ranking: true,
  picture: true,
  slider: true,
  sum: true,
  text: true,
  number: true,
  date: true,
  'yes-no': true,
  consent: false,
  'contact-details': false,
  upload: false,
  statement: false,
}

export function KindSettings({ question }: { question: Question }) {
  const OfKind = settings[question.kind] as ComponentType<SettingsProps>
  return <OfKind question={question} />
}
