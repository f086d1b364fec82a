import type { Region } from '@sixfold/contract/staff'
import type { Wave } from '@sixfold/contract/waves'
import { formatInstant, formatNumber, formatQuarter } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { waveWords } from '../../../words/waves.ts'

export function WaveTable({ waves, regions }: { waves: readonly Wave[]; regions: readonly Region[] }) {
  const say = useSay(waveWords)
  const { language } = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  return (
    <DataTable
      caption={say('wavesTitle')}
      stacked
      rows={waves}
      rowKey={wave => wave.id}
      columns={[
        {
          key: 'name',
          header: say('name'),
          rowHeader: true,
          cell: wave => (
            <Link to="/waves/$id" params={{ id: wave.id }}>
              {wave.name}
            </Link>
          ),
        },
        { key: 'quarter', header: say('quarter'), cell: wave => formatQuarter(wave.quarter) },
        { key: 'regions', header: say('regions'), cell: wave => regionNames(wave, regions) },
        { key: 'state', header: say('state'), cell: wave => <WaveState state={wave.state} /> },
        {
          key: 'answers',
          header: say('answers'),
          figure: true,
          cell: wave =>
            wave.state === 'draft' || wave.state === 'scheduled'
              ? ''
              : say('answersOf', { responded: number(wave.responded), invited: number(wave.invited) }),
        },
        {
          key: 'closes',
          header: say('closes'),
          cell: wave => formatInstant(wave.closesAt, language, { show: 'date' }),
        },
      ]}
    />
  )
}

export function WaveState({ state }: { state: Wave['state'] }) {
  const say = useSay(waveWords)
  return <Lamp tone={state === 'running' ? 'good' : 'none'}>{say(state)}</Lamp>
}

/** The names of a wave's regions, in the order of the organisation's list. */
export function regionNames(wave: Pick<Wave, 'regionIds'>, regions: readonly Region[]): string {
  return regions
    .filter(({ id }) => wave.regionIds.includes(id))
    .map(({ name }) => name)
    .join(', ')
}
