import { Checkbox, SegmentedControl } from '@mantine/core'
import type { QuestionChange } from '@sixfold/domain/survey/versions'
import { languageName, ownName } from '@sixfold/ui/language-name'
import { Badge } from '@sixfold/ui/parts/badge'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { changeWords, reasonWords, versionWords } from '../../../words/versions.ts'
import type { VerdictRow } from '../verdicts.ts'
import { TextDifference } from './text-difference.tsx'
import styles from './verdicts.module.css'

interface VerdictItemProps {
  row: VerdictRow
  /** The question's number and words. */
  title: string
  number: string
  /** The words of the dropped question that it may continue. */
  offered: string | null
  continued: boolean
  onVerdict: (change: QuestionChange) => void
  onContinue: (continued: boolean) => void
}

const effects = {
  same: 'effectSame',
  reworded: 'effectReworded',
  new: 'effectNew',
  dropped: 'effectDropped',
} as const

/** One question: what was changed, what is proposed and why, and the author's word about it. */
export function VerdictItem({
  row,
  title,
  number,
  offered,
  continued,
  onVerdict,
  onContinue,
}: VerdictItemProps) {
  const say = useSay(versionWords)
  const sayChange = useSay(changeWords)
  const sayReason = useSay(reasonWords)
  const { language: screens } = useLanguage()
  const { proposed, verdict, texts } = row
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h3>{title}</h3>
        {proposed.allowed.length > 1 ? (
          <SegmentedControl
            aria-label={say('decideFor', { number })}
            value={verdict}
            onChange={value => onVerdict(value as QuestionChange)}
            data={order
              .filter(change => proposed.allowed.includes(change))
              .map(change => ({ value: change, label: sayChange(change) }))}
          />
        ) : (
          <Badge>{sayChange(verdict)}</Badge>
        )}
      </div>
      {texts.map(({ key, language, before, after }) => (
        <div key={key} className={styles.text}>
          {texts.some(text => text.language !== language) && (
            <p className={styles.language} lang={language}>
              {ownName(language)}
            </p>
          )}
          <TextDifference
            label={`${title}, ${languageName(language, screens)}`}
            language={language}
            before={before}
            after={after}
          />
        </div>
      ))}
      <p className={styles.reason}>
        {sayReason(proposed.reason)} {say(effects[verdict])}
      </p>
      {offered !== null && (
        <Checkbox
          label={say('offerContinue', { text: offered })}
          checked={continued}
          onChange={event => onContinue(event.currentTarget.checked)}
        />
      )}
    </li>
  )
}

const order: readonly QuestionChange[] = ['same', 'reworded', 'new', 'dropped']
