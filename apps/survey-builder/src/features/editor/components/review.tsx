import { textIn } from '@sixfold/domain/local-text'
import type { Finding } from '@sixfold/domain/survey/review'
import { TIME_BUDGET_MINUTES } from '@sixfold/domain/survey/review'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { editorWords } from '../../../words/editor.ts'
import type { Editor } from '../editor-context.ts'
import { fieldId, useEditor } from '../editor-context.ts'
import { languageName } from '../language-name.ts'
import type { SelectionAddress } from '../selection.ts'
import { questionNumber } from '../selection.ts'
import styles from './review.module.css'

export const reviewId = 'review'

/** What speaks against publishing, live; each finding leads to its field. */
export function Review() {
  const say = useSay(editorWords)
  const { findings } = useEditor()
  const stops = findings.filter(({ severity }) => severity === 'stops').length
  return (
    <section className={styles.review} id={reviewId} tabIndex={-1} aria-labelledby={`${reviewId}-title`}>
      <header className={styles.head}>
        <h2 id={`${reviewId}-title`}>{say('review')}</h2>
        <span aria-live="polite">
          {findings.length > 0 && say('findings', { n: findings.length, stops })}
        </span>
      </header>
      {findings.length === 0 ? (
        <p className={styles.clean}>
          <LampShape tone="good" /> {say('reviewClean')}
        </p>
      ) : (
        <ol className={styles.list}>
          {findings.map(finding => (
            <FindingItem key={JSON.stringify(finding)} finding={finding} />
          ))}
        </ol>
      )}
    </section>
  )
}

function FindingItem({ finding }: { finding: Finding }) {
  const say = useSay(editorWords)
  const { language } = useLanguage()
  const { definition, model, select } = useEditor()
  const { code, place, severity } = finding
  const factor = model.factors.find(({ key }) => key === place.factor)
  const number = place.question
    ? questionNumber(definition, place.question)
    : pageNumber(definition.pages.findIndex(({ id }) => id === place.page))
  const title = say(code, {
    factor: textIn(factor?.name, language, 'en'),
    language: place.language ? languageName(place.language, language) : '',
    minutes: TIME_BUDGET_MINUTES,
  })
  return (
    <li>
      <button
        type="button"
        className={styles.finding}
        onClick={() => select(...whereTo(finding, definition.pages))}
      >
        <LampShape tone={severity === 'stops' ? 'problem' : 'attention'} />
        <span>
          <strong>
            {number && <span className={styles.number}>{number} </span>}
            {title}
          </strong>
          <span className={styles.text}>{say(`${code}_text`)}</span>
        </span>
      </button>
    </li>
  )
}

function pageNumber(at: number): string {
  return at < 0 ? '' : String(at + 1)
}

/** The selection that shows a finding, and the field in which it is mended. */
function whereTo(
  { place: { page, question, language, field, factor } }: Finding,
  pages: Editor['definition']['pages'],
): [SelectionAddress, string | undefined] {
  const focus = field && language !== undefined ? fieldId(field, language) : undefined
  if (question !== undefined) return [{ question }, focus ?? fieldId('factor')]
  if (field && page === undefined) return [{ part: field === 'thanks' ? 'thanks' : 'welcome' }, focus]
  const about = page ?? pages.find(one => one.factor === factor)?.id ?? pages[0]?.id
  return [about === undefined ? { part: 'welcome' } : { page: about }, focus]
}
