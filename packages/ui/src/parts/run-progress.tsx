import { Button } from '@mantine/core'
import { formatNumber } from '../format.ts'
import { commonWords } from '../words/common.ts'
import { partWords } from '../words/parts.ts'
import { Lamp, type Tone } from './lamp.tsx'
import { useLanguage, useSay } from './language.tsx'
import styles from './run-progress.module.css'

export type RunState = 'running' | 'cancelling' | 'done' | 'stopped' | 'failed'

export interface RunProgressProps {
  label: string
  state: RunState
  done: number
  /** Null while it is not known yet how much there is. */
  total: number | null
  onCancel?: () => void
  /** More counts: "312 new, 40 changed". */
  note?: string
}

const endTones: Partial<Record<RunState, Tone>> = { done: 'good', stopped: 'attention', failed: 'problem' }

/** Long work: how far, in counts; it can be stopped, and goes on when the page is left. */
export function RunProgress({ label, state, done, total, onCancel, note }: RunProgressProps) {
  const { language } = useLanguage()
  const say = useSay(partWords)
  const sayCommon = useSay(commonWords)
  const count = (amount: number) => formatNumber(amount, language)
  const counts =
    total === null
      ? say('countsOpen', { done: count(done) })
      : say('counts', { done: count(done), total: count(total) })
  const tone = endTones[state]
  const running = state === 'running' || state === 'cancelling'
  return (
    <div className={styles.run}>
      <div className={styles.head}>
        <span className={styles.label}>{label}</span>
        {tone && (
          <Lamp tone={tone}>
            {say(state === 'done' ? 'done' : state === 'failed' ? 'failed' : 'stopped')}
          </Lamp>
        )}
        <span className={styles.counts}>{counts}</span>
      </div>
      <div className={styles.line}>
        <progress
          className={styles.bar}
          aria-label={label}
          {...(total === null && running
            ? {}
            : { value: total === null ? done : Math.min(done, total), max: total ?? Math.max(done, 1) })}
        />
        {running && onCancel && (
          <Button size="xs" onClick={onCancel} disabled={state === 'cancelling'}>
            {state === 'cancelling' ? say('cancelling') : sayCommon('cancel')}
          </Button>
        )}
      </div>
      {note && <p className={styles.note}>{note}</p>}
    </div>
  )
}
