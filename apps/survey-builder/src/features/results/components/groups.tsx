import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { GroupScores } from '@sixfold/contract/waves'
import { textIn } from '@sixfold/domain/local-text'
import type { Dimension } from '@sixfold/domain/results/dimensions'
import { DIMENSIONS } from '@sixfold/domain/results/dimensions'
import { formatChange, formatNumber, formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { groupWords } from '../../../words/groups.ts'
import { groupName } from '../group-name.ts'
import type { BoardChoice } from '../queries.ts'
import { groupsQuery } from '../queries.ts'
import styles from './groups.module.css'

interface GroupsProps {
  waveId: string
  by: Dimension
  confidence: BoardChoice['confidence']
  onChange: (by: Dimension) => void
}

/** The six factors of every group of one kind, and what is hidden of them. */
export function Groups({ waveId, by, confidence, onChange }: GroupsProps) {
  const say = useSay(groupWords)
  const scores = useQuery({ ...groupsQuery(waveId, { by, confidence }), placeholderData: keepPreviousData })
  return (
    <Sheet title={say('title')}>
      <div className={styles.choice}>
        <SegmentedControl
          aria-label={say('by')}
          value={by}
          onChange={next => onChange(DIMENSIONS.find(one => one === next) ?? by)}
          data={DIMENSIONS.map(one => ({ value: one, label: say(`by.${one}`) }))}
        />
      </div>
      <p className={styles.why}>{say(`why.${by}`)}</p>
      <QueryStates
        query={scores}
        isEmpty={({ groups }) => groups.length === 0}
        empty={
          scores.data?.inSteps ? (
            <EmptyState title={say('untilClosed')}>{say('untilClosedText')}</EmptyState>
          ) : (
            <EmptyState title={say('empty')}>{say('emptyText')}</EmptyState>
          )
        }
      >
        {data => <GroupTable scores={data} />}
      </QueryStates>
    </Sheet>
  )
}

type Group = GroupScores['groups'][number]

function GroupTable({ scores }: { scores: GroupScores }) {
  const say = useSay(groupWords)
  const { language } = useLanguage()
  const narrow = useMediaQuery('(max-width: 639px)', false, { getInitialValueInEffect: false })
  const { groups, minimumCell, confidence } = scores
  const caption = `${say('title')}: ${say(`by.${scores.by}`)}`
  const compared = groups.flatMap(group => group.factors).filter(({ others }) => others !== null).length
  return (
    <>
      <Gap scores={scores} />
      {narrow ? (
        <ByFactor scores={scores} caption={caption} />
      ) : (
        <ByGroup scores={scores} caption={caption} />
      )}
      <p className={styles.legend}>
        {say('ends', { confidence: formatShare(confidence, language) })}{' '}
        {say('legend', { minimum: minimumCell })} {compared > 0 && say('judged', { count: compared })}
      </p>
    </>
  )
}

interface ScoresTable {
  scores: GroupScores
  caption: string
}

function ByGroup({ scores, caption }: ScoresTable) {
  const say = useSay(groupWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={caption}
      rows={scores.groups}
      rowKey={({ segment }) => segment}
      columns={[
        {
          key: 'group',
          header: say(`by.${scores.by}`),
          rowHeader: true,
          cell: group => groupName(group, say),
        },
        ...scores.factors.map(({ factor, name, index }) => ({
          key: factor,
          header: <FactorName index={index} name={textIn(name, language, 'en')} />,
          cell: (group: Group) => <Score group={group} factor={factor} />,
        })),
        {
          key: 'responses',
          header: say('responses'),
          figure: true,
          cell: group => <Responses group={group} />,
        },
      ]}
    />
  )
}

/** The same turned over, for a phone: the groups are compared within a factor, so they stand under each other. */
function ByFactor({ scores, caption }: ScoresTable) {
  const say = useSay(groupWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={caption}
      stacked
      rows={[...scores.factors, null]}
      rowKey={row => row?.factor ?? 'responses'}
      columns={[
        {
          key: 'factor',
          header: say('factor'),
          rowHeader: true,
          cell: row =>
            row ? <FactorName index={row.index} name={textIn(row.name, language, 'en')} /> : say('responses'),
        },
        ...scores.groups.map(group => ({
          key: group.segment,
          header: groupName(group, say),
          cell: (row: GroupScores['factors'][number] | null) =>
            row ? <Score group={group} factor={row.factor} /> : <Responses group={group} />,
        })),
      ]}
    />
  )
}

function Responses({ group }: { group: Group }) {
  const { language } = useLanguage()
  return group.responses === null ? <Hidden /> : formatNumber(group.responses, language)
}

function Gap({ scores }: { scores: GroupScores }) {
  const say = useSay(groupWords)
  const { language } = useLanguage()
  const gap = scores.widest
  if (!gap) return null
  const scoreOf = (segment: string) =>
    scores.groups.find(one => one.segment === segment)?.factors.find(one => one.factor === gap.factor)
      ?.percentSatisfied ?? 0
  const nameOf = (segment: string) => {
    const group = scores.groups.find(one => one.segment === segment)
    return group ? groupName(group, say) : ''
  }
  const share = (value: number) => formatShare(value / 100, language)
  const factor = scores.factors.find(one => one.factor === gap.factor)
  return (
    <p className={styles.sentence}>
      {say('widest', {
        factor: textIn(factor?.name, language, 'en'),
        lowest: share(scoreOf(gap.lowest)),
        lowGroup: nameOf(gap.lowest),
        highest: share(scoreOf(gap.highest)),
        highGroup: nameOf(gap.highest),
      })}{' '}
      {say(gap.chance ? 'gapChance' : 'gapClear', { pairs: gap.pairs })}
    </p>
  )
}

function Score({ group, factor }: { group: Group; factor: string }) {
  const say = useSay(groupWords)
  const { language } = useLanguage()
  const score = group.factors.find(one => one.factor === factor)
  if (!score?.interval || score.percentSatisfied === null) return <Hidden />
  const number = (value: number) => formatNumber(value, language)
  return (
    <span className={styles.score}>
      <strong title={formatNumber(score.percentSatisfied, language, 2)}>
        {formatShare(score.percentSatisfied / 100, language)}
      </strong>
      <small>
        {say('cell', {
          low: number(score.interval.low),
          high: number(score.interval.high),
          n: number(score.n ?? 0),
        })}
      </small>
      {score.others && !score.others.chance && (
        <small>
          <Lamp tone={score.others.points < 0 ? 'problem' : 'good'}>
            {say('others', { points: formatChange(score.others.points, language) })}
          </Lamp>
        </small>
      )}
    </span>
  )
}

function Hidden() {
  const say = useSay(groupWords)
  return (
    <abbr className={styles.hidden} title={say('hidden')}>
      –
    </abbr>
  )
}
