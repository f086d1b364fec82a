import type { QuestionKind } from '@sixfold/domain/survey/question'
import type { ComponentType } from 'react'
import { Slider, Sum } from './amounts.tsx'
import { Choice, Choices, Dropdown, PictureChoice, YesNo } from './choices.tsx'
import { Grid } from './grid.tsx'
import type { KindProps } from './kind-props.ts'
import { Consent, ContactDetails } from './personal.tsx'
import { Ranking } from './ranking.tsx'
import { Agreement, Effort, Rating, Recommend, Satisfaction } from './scales.tsx'
import { Upload } from './upload.tsx'
import { Day, NumberLine, Written } from './written.tsx'

/** How a question and its answers belong together: a group of controls, one labelled control, a control that is its own label, words alone. */
type Shape = 'group' | 'control' | 'own-label' | 'words'

interface Kind<K extends QuestionKind> {
  shape: Shape
  Answers: ComponentType<KindProps<K>>
}

const nothing = () => null

/** Every kind of question; one that is forgotten fails the type check. */
const kinds: { [K in QuestionKind]: Kind<K> } = {
  satisfaction: { shape: 'group', Answers: Satisfaction },
  agreement: { shape: 'group', Answers: Agreement },
  rating: { shape: 'group', Answers: Rating },
  grid: { shape: 'group', Answers: Grid },
  nps: { shape: 'group', Answers: Recommend },
  csat: { shape: 'group', Answers: Satisfaction },
  ces: { shape: 'group', Answers: Effort },
  choice: { shape: 'group', Answers: Choice },
  choices: { shape: 'group', Answers: Choices },
  dropdown: { shape: 'control', Answers: Dropdown },
  ranking: { shape: 'group', Answers: Ranking },
  picture: { shape: 'group', Answers: PictureChoice },
  slider: { shape: 'control', Answers: Slider },
  sum: { shape: 'group', Answers: Sum },
  text: { shape: 'control', Answers: Written },
  number: { shape: 'control', Answers: NumberLine },
  date: { shape: 'control', Answers: Day },
  'yes-no': { shape: 'group', Answers: YesNo },
  consent: { shape: 'own-label', Answers: Consent },
  'contact-details': { shape: 'group', Answers: ContactDetails },
  upload: { shape: 'group', Answers: Upload },
  statement: { shape: 'words', Answers: nothing },
}

/** The kind of a question, typed for whatever question it is. */
export function kindOf(kind: QuestionKind): Kind<QuestionKind> {
  return kinds[kind] as unknown as Kind<QuestionKind>
}
