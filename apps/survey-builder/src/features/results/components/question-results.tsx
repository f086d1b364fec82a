import type { AnswerList, QuestionResult, WaveResults } from '@sixfold/contract/results'
import { textIn } from '@sixfold/domain/local-text'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { questionResultWords } from '../../../words/question-results.ts'
import { AnswerTable } from './answer-table.tsx'
import { FigureLine } from './figure-line.tsx'
import { PartTable } from './part-table.tsx'
import styles from './question-results.module.css'

/** What was answered to every question, in the order of the questionnaire. */
export function QuestionResults({ results }: { results: WaveResults }) {
  const say = useSay(questionResultWords)
  return (
    <div className={styles.stack}>
      {results.questions.map(question => (
        <OneQuestion key={question.question} question={question} results={results} />
      ))}
      <p className={`${styles.note} ${styles.wide}`}>
        {say('errors')} {say('wordsOnly')}
      </p>
    </div>
  )
}

function OneQuestion({ question, results }: { question: QuestionResult; results: WaveResults }) {
  const { language } = useLanguage()
  const [only, ...more] = question.lists
  const title = textIn(question.text, language, 'en')
  if (only && more.length === 0 && only.text === null)
    return (
      <Sheet title={title}>
        <WholeQuestion question={question} list={only} title={title} results={results} />
      </Sheet>
    )
  return (
    <div className={styles.wide}>
      <Sheet title={title}>
        <PartTable question={question} title={title} minimum={results.minimumCell} />
      </Sheet>
    </div>
  )
}

interface WholeQuestionProps {
  question: QuestionResult
  list: AnswerList
  title: string
  results: WaveResults
}

function WholeQuestion({ question, list, title, results }: WholeQuestionProps) {
  const say = useSay(questionResultWords)
  const { language } = useLanguage()
  if (list.suppressed || list.n === null)
    return <p className={styles.hidden}>{say('hidden', { minimum: results.minimumCell })}</p>
  return (
    <>
      <p className={styles.lead}>
        {list.figure && (
          <FigureLine figure={list.figure} confidence={formatShare(results.confidence, language)} />
        )}
        <span className={styles.valid}>
          {say('valid', { n: list.n, count: formatNumber(list.n, language) })}
        </span>
      </p>
      {list.cells.length > 0 && <AnswerTable question={question} list={list} title={title} />}
    </>
  )
}
