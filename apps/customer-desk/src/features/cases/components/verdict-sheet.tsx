import type { CaseDetail } from '@sixfold/contract/cases'
import { recoveryGrade } from '@sixfold/domain/cases/recovery'
import { textIn } from '@sixfold/domain/local-text'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { caseWords } from '../../../words/cases.ts'
import styles from './cases.module.css'

/** What was done, what the customer said to it, and whether it got better. */
export function VerdictSheet({ one }: { one: CaseDetail }) {
  const say = useSay(caseWords)
  const { language } = useLanguage()
  const { resolution, closed, toldAt, round, recovery, state } = one
  if (!resolution && !closed) return null
  const time = (at: string) => formatInstant(at, language)
  return (
    <Sheet
      title={say('resolution')}
      aside={round > 0 ? <span className={styles.quiet}>{say('verdict.round', { round })}</span> : undefined}
    >
      {resolution && (
        <>
          <p className={styles.words}>{resolution.told || say('wordsErased')}</p>
          <p className={styles.note}>{`${say('cause')}: ${textIn(resolution.causeName, language, 'en')}`}</p>
        </>
      )}
      <h3 className={styles.sub}>{say('verdict')}</h3>
      {state === 'resolved' && <p>{say('verdict.wait')}</p>}
      {state === 'resolved' && (
        <p className={styles.quiet}>
          {toldAt === null ? say('verdict.notTold') : say('verdict.told', { time: time(toldAt) })}
        </p>
      )}
      {closed && (
        <p>
          {closed.reason === null
            ? say('verdict.confirmed', { time: time(closed.at) })
            : say('verdict.closed', {
                time: time(closed.at),
                reason: say(`reason.${closed.reason}`),
                note: closed.note,
              })}
        </p>
      )}
      {recovery.askedAt !== null && (
        <>
          <h3 className={styles.sub}>{say('recovery')}</h3>
          <p>
            {recovery.after === null
              ? recovery.answeredAt === null
                ? say('recovery.asked', { time: time(recovery.askedAt) })
                : say('answerHidden')
              : recovery.before === null
                ? say('recovery.after', { after: recovery.after })
                : say('recovery.both', { before: recovery.before, after: recovery.after })}
          </p>
          {recovery.after !== null && (
            <p className={styles.quiet}>
              {say(`recovery.${recoveryGrade({ before: recovery.before, after: recovery.after })}`)}
            </p>
          )}
        </>
      )}
    </Sheet>
  )
}
