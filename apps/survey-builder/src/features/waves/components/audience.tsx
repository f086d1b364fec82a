import type { Audience } from '@sixfold/contract/waves'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import type { ReactNode } from 'react'
import { waveWords } from '../../../words/waves.ts'
import { expectation } from '../launch-plan.ts'
import styles from './waves.module.css'

/** Who would be asked, when, who not and why, and what may come of it. */
export function AudienceView({ audience, expectation }: { audience: Audience; expectation: ReactNode }) {
  const say = useSay(waveWords)
  const { language } = useLanguage()
  const { framed, allowedNow, allowedLater, firstLater, refused } = audience
  const number = (value: number) => formatNumber(value, language)
  const refusedCount = refused.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <p className={styles.framed}>{say('framed', { n: framed })}</p>
      <dl className={styles.split}>
        <div>
          <dt>{say('now')}</dt>
          <dd>{number(allowedNow)}</dd>
        </div>
        <div>
          <dt>
            {say('later')}
            {firstLater && <small>{say('laterFrom', { at: formatInstant(firstLater, language) })}</small>}
          </dt>
          <dd>{number(allowedLater)}</dd>
        </div>
        <div>
          <dt>{say('refused')}</dt>
          <dd>{number(refusedCount)}</dd>
        </div>
      </dl>
      {refused.length > 0 && (
        <>
          <h3>{say('whyNot')}</h3>
          <ul className={styles.reasons}>
            {refused.map(({ reason, count }) => (
              <li key={reason}>
                <span>
                  <TouchReason reason={reason} />
                </span>
                <span className={styles.figure}>{number(count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {expectation}
    </>
  )
}

/** What may come of it when nothing better is known of these people. */
export function UsualExpectation({ invited, minimumCell }: { invited: number; minimumCell: number }) {
  const say = useSay(waveWords)
  const { language } = useLanguage()
  const expected = expectation(invited)
  if (invited === 0) {
    return (
      <p className={styles.notice}>
        <LampShape tone="attention" /> {say('nobody')}
      </p>
    )
  }
  if (!expected || expected.answers < minimumCell) {
    return (
      <p className={styles.notice}>
        <LampShape tone="attention" />
        {say('expectedFew', { answers: expected?.answers ?? 0, minimum: minimumCell })}
      </p>
    )
  }
  return (
    <>
      <h3>{say('expected')}</h3>
      <p>
        {say('expectedText', {
          answers: formatNumber(expected.answers, language),
          margin: formatNumber(expected.marginPoints, language, 1),
        })}
      </p>
      <p className={styles.quiet}>{say('expectedNote')}</p>
    </>
  )
}
