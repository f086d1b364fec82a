import type { Change, Difference } from '@sixfold/domain/survey/difference'
import type { QuestionChange } from '@sixfold/domain/survey/versions'
import { languageName } from '@sixfold/ui/language-name'
import { Badge } from '@sixfold/ui/parts/badge'
import { useSay } from '@sixfold/ui/parts/language'
import { textWords } from '../../../words/texts.ts'
import { changeWords } from '../../../words/versions.ts'
import { changeSentence } from '../describe-change.ts'
import type { Naming } from '../naming.ts'
import { numberIn, said } from '../naming.ts'
import styles from './differences.module.css'
import { TextDifference } from './text-difference.tsx'

interface DifferenceItemProps {
  difference: Difference
  naming: Naming
  /** What the author of the later version said of the question, where one said it. */
  verdict: QuestionChange | undefined
}

/** What is different about the survey itself, a page or a question. */
export function DifferenceItem({ difference, naming, verdict }: DifferenceItemProps) {
  const { say } = naming
  const sayChange = useSay(changeWords)
  const title = titleOf(difference, naming)
  const texts = difference.changes.filter(change => change.what === 'text')
  const others = difference.changes.filter(change => change.what !== 'text')
  return (
    <li className={styles.item} data-of={difference.of}>
      <div className={styles.head}>
        <h2>{title}</h2>
        <span className={styles.badges}>
          {difference.change !== 'changed' && <Badge>{say(difference.change)}</Badge>}
          {verdict && difference.change === 'changed' && <Badge>{sayChange(verdict)}</Badge>}
        </span>
      </div>
      {others.length > 0 && (
        <ul className={styles.sentences}>
          {others.map(change => {
            const sentence = pageSentence(difference, change, naming) ?? changeSentence(change, naming)
            return <li key={sentence}>{sentence}</li>
          })}
        </ul>
      )}
      {texts.map(change => (
        <div key={`${change.part?.id ?? ''} ${change.field} ${change.language}`} className={styles.text}>
          <p className={styles.label}>{labelOf(change, naming)}</p>
          <TextDifference
            label={`${title}: ${labelOf(change, naming)}`}
            language={change.language}
            before={change.before}
            after={change.after}
          />
        </div>
      ))}
    </li>
  )
}

/** A page that was moved has no page to be moved from. */
function pageSentence(difference: Difference, change: Change, { say }: Naming): string | null {
  return difference.of === 'page' && change.what === 'moved' ? say('movedPage') : null
}

function titleOf(difference: Difference, naming: Naming): string {
  const { say, before, after } = naming
  switch (difference.of) {
    case 'survey':
      return say('survey')
    case 'page': {
      const side = difference.change === 'removed' ? before : after
      const title = said(difference.page.title, side, naming)
      const at = side.definition.pages.findIndex(({ id }) => id === difference.page.id)
      return difference.change === 'removed'
        ? say('pageGone', { title })
        : say('page', { number: at + 1, title })
    }
    case 'question': {
      const side = difference.change === 'removed' ? before : after
      return say('questionAt', {
        number: numberIn(side.definition, difference.question.id),
        text: said(difference.question.text, side, naming),
      })
    }
    default:
      return difference satisfies never
  }
}

function labelOf(change: Extract<Change, { what: 'text' }>, naming: Naming): string {
  const { say, screens, after } = naming
  const language = languageName(change.language, screens)
  if (change.part) return say('partText', { part: said(change.part.text, after, naming), language })
  switch (change.field) {
    case 'title':
    case 'welcome':
    case 'thanks':
    case 'intro':
      return say('textIn', { text: say(change.field), language })
    default:
      return say('textIn', { text: textWords(screens)(change.field), language })
  }
}
