import { textIn } from '@sixfold/domain/local-text'
import type { Answers, AnswerValue } from '@sixfold/domain/survey/answers'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { ratedItems } from '@sixfold/domain/survey/definition'
import { walk } from '@sixfold/domain/survey/logic/walk'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { questionnaireWords } from '../../words/questionnaire.ts'
import { QuestionField } from './question-field.tsx'
import styles from './questionnaire.module.css'

export interface QuestionnaireProps {
  /** As its respondent is asked: what depends on the customer record is settled in it. */
  definition: SurveyDefinition
  /** In which it is read out. */
  language: string
  answers: Answers
  /** By question, in words. */
  faults?: Readonly<Record<string, string>>
  /** Null takes an answer back. */
  onAnswer: (question: string, value: AnswerValue | null) => void
}

/** Every question on one page, in the order of the survey's own logic, for a colleague who reads it out. */
export function Questionnaire({ definition, language, answers, faults = {}, onAnswer }: QuestionnaireProps) {
  const { pages, asked } = walk(definition, answers, {})
  const { language: reader } = useLanguage()
  const sayOwn = useSay(questionnaireWords)
  const rated = ratedItems(definition).length > 0
  const shown = definition.pages.filter(({ id }) => pages.includes(id))
  const say = (text: Readonly<Record<string, string>> | undefined) =>
    textIn(text, language, definition.defaultLanguage)
  return (
    <div className={styles.pages} lang={language}>
      {rated && (
        <p className={styles.ends} lang={reader}>
          {sayOwn('scale')}
        </p>
      )}
      {shown.map(page => (
        <section key={page.id} className={styles.page} aria-label={say(page.title)}>
          <h3>{say(page.title)}</h3>
          {say(page.intro) && <p className={styles.intro}>{say(page.intro)}</p>}
          {page.questions
            .filter(({ id }) => asked.has(id))
            .map(question => (
              <QuestionField
                key={question.id}
                question={question}
                textOf={say}
                value={answers[question.id]}
                fault={faults[question.id]}
                onChange={value => onAnswer(question.id, value)}
              />
            ))}
        </section>
      ))}
    </div>
  )
}
