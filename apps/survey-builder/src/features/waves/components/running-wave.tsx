import type { Region } from '@sixfold/contract/staff'
import type { Wave } from '@sixfold/contract/waves'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Meter } from '@sixfold/ui/parts/meter'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { Link } from '@tanstack/react-router'
import { builderWords } from '../../../words/builder.ts'
import { useLiveWaves } from '../queries.ts'
import { regionNames } from './wave-table.tsx'
import styles from './waves.module.css'

interface RunningWaveProps {
  wave: Wave
  regions: readonly Region[]
  /** Answers that the collection plan needs; absent: there is none. */
  needed?: number | undefined
}

/** A wave on the quarter's page: how far it is, live. */
export function RunningWave({ wave, regions, needed }: RunningWaveProps) {
  const say = useSay(builderWords)
  const { language } = useLanguage()
  useLiveWaves(wave.id)
  const number = (value: number) => formatNumber(value, language)
  const waiting = Math.max(0, wave.framed - wave.invited - wave.refused)
  const answers = say('answersOf', { responded: number(wave.responded), invited: number(wave.invited) })
  return (
    <div className={styles.running}>
      <Sheet
        title={wave.name}
        aside={
          <Link to="/waves/$id" params={{ id: wave.id }}>
            {say('openWave')}
          </Link>
        }
      >
        <Meter
          label={say('responseSoFar')}
          value={wave.responded}
          max={wave.invited}
          text={answers}
          {...(needed === undefined ? {} : { aim: needed })}
          note={[
            needed !== undefined && say('answersPlanned', { n: needed }),
            regionNames(wave, regions),
            say('closesOn', { at: formatInstant(wave.closesAt, language) }),
            say('stillToInvite', { n: waiting }),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      </Sheet>
    </div>
  )
}
