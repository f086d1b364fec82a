import type { Wave } from '@sixfold/contract/waves'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { useLiveState } from '@sixfold/ui/live'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Meter } from '@sixfold/ui/parts/meter'
import { waveWords } from '../../../words/waves.ts'
import styles from './waves.module.css'

/** The counts of a wave, live. */
export function WaveFacts({ wave }: { wave: Wave }) {
  const say = useSay(waveWords)
  const { language } = useLanguage()
  const live = useLiveState()
  const number = (value: number) => formatNumber(value, language)
  const { responded, invited, framed, refused } = wave
  return (
    <div className={styles.facts}>
      <div>
        <p className={styles.caption}>
          {say('answersSoFar')}
          {wave.state === 'running' && `, ${say(live === 'connected' ? 'live' : 'connecting')}`}
        </p>
        <p className={styles.big} role="status">
          {number(responded)} <small>{say('ofInvited', { invited: number(invited) })}</small>
        </p>
      </div>
      <Meter
        label={say('rate')}
        value={responded}
        max={invited}
        text={formatShare(invited === 0 ? 0 : responded / invited, language)}
      />
      <Meter
        label={say('invitedMeter')}
        value={invited}
        max={framed}
        text={say('invitedOf', { invited: number(invited), framed: number(framed) })}
      />
      <Meter label={say('refusedMeter')} value={refused} max={framed} text={number(refused)} />
    </div>
  )
}
