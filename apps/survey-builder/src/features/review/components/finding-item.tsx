import { Button } from '@mantine/core'
import type { Finding } from '@sixfold/domain/survey/review/finding'
import type { Remedy } from '@sixfold/domain/survey/review/remedy'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { memo, useMemo, useState } from 'react'
import type { Speech } from '../finding-words.ts'
import { findingWords } from '../finding-words.ts'
import { KeepForm } from './keep-form.tsx'
import styles from './review.module.css'

interface FindingItemProps {
  finding: Finding
  /** Of the question or page; '' of the survey as a whole. */
  number: string
  surveyId: string
  speech: Speech
  onGo: (finding: Finding) => void
  remedyOf: (finding: Finding) => Remedy | null
  onMend: (remedy: Remedy, finding: Finding) => void
  /** It is gone from the list: the keyboard goes on elsewhere. */
  onKept: () => void
}

/** One finding: what and where, why it matters, what mends it. Drawn anew only when the finding is another one. */
export const FindingItem = memo(function FindingItem(props: FindingItemProps) {
  const { finding, number, surveyId, speech, onGo, remedyOf, onMend, onKept } = props
  const { say } = speech
  const { title, text } = findingWords(finding, speech)
  const [keeping, setKeeping] = useState(false)
  const remedy = useMemo(() => remedyOf(finding), [remedyOf, finding])
  return (
    <li className={styles.item}>
      <LampShape tone={finding.severity === 'stops' ? 'problem' : 'attention'} />
      <div>
        <button type="button" className={styles.title} onClick={() => onGo(finding)}>
          {number && <span className={styles.number}>{number} </span>}
          {title}
        </button>
        <p className={styles.text}>{text}</p>
        {keeping ? (
          <KeepForm
            surveyId={surveyId}
            finding={finding}
            title={title}
            onClose={() => setKeeping(false)}
            onKept={onKept}
          />
        ) : (
          <div className={styles.actions}>
            {remedy && (
              <Button
                size="xs"
                onClick={() => {
                  // The survey may have changed since this was drawn.
                  const now = remedyOf(finding)
                  if (now) onMend(now, finding)
                }}
              >
                {say(remedy.kind, { words: String(finding.detail?.words ?? '') })}
              </Button>
            )}
            {finding.severity === 'advises' && (
              <Button size="xs" variant="subtle" onClick={() => setKeeping(true)}>
                {say('keep')}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  )
})
