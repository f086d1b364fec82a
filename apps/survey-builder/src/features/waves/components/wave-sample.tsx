import { Button } from '@mantine/core'
import type { Region } from '@sixfold/contract/staff'
import type { WaveDetails } from '@sixfold/contract/waves'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { draftWords } from '../../../words/drafts.ts'
import { useRedraw } from '../queries.ts'
import { StrataTable } from './strata-table.tsx'
import styles from './waves.module.css'

interface WaveSampleProps {
  wave: WaveDetails
  regions: readonly Region[]
  mayRedraw: boolean
}

/** How the people of a wave were chosen, and the proof that anybody who draws again gets the same. */
export function WaveSample({ wave: { id, drawn, panel }, regions, mayRedraw }: WaveSampleProps) {
  const say = useSay(draftWords)
  const { language } = useLanguage()
  const redraw = useRedraw()
  const number = (value: number) => formatNumber(value, language)
  if (!drawn) return null
  return (
    <Sheet title={say('sample')}>
      <div className={styles.sampleLine}>
        <p>
          {say('drawnFrom', {
            size: number(drawn.size),
            frame: number(drawn.frame),
            at: formatInstant(drawn.at, language),
          })}
          {panel !== null && ` ${say('panelTurn', { n: panel + 1 })}`}
          <small className={styles.below}>
            {say('seed', { seed: drawn.seed, algorithm: drawn.algorithm })}
          </small>
        </p>
        {mayRedraw && (
          <Button loading={redraw.isPending} onClick={() => redraw.mutate({ id })}>
            {say('redraw')}
          </Button>
        )}
      </div>
      <div role="status">
        {redraw.data && (
          <Lamp tone={redraw.data.identical ? 'good' : 'problem'}>
            {redraw.data.identical
              ? say('identical', { n: number(redraw.data.size) })
              : say('different', {
                  earlier: number(redraw.data.onlyThen.length),
                  now: number(redraw.data.onlyNow.length),
                })}
          </Lamp>
        )}
      </div>
      {redraw.error && <FailureNotice error={redraw.error} />}
      {!redraw.data && mayRedraw && <p className={styles.quiet}>{say('redrawText')}</p>}
      {drawn.strata.length > 1 && <StrataTable strata={drawn.strata} regions={regions} />}
    </Sheet>
  )
}
