import { Button, Select } from '@mantine/core'
import type { ComparisonView } from '@sixfold/contract/comparisons'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { IconArrowsExchange } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import styles from '../features/comparisons/components/comparisons.module.css'
import { FactorPairs } from '../features/comparisons/components/factor-pairs.tsx'
import { Independence } from '../features/comparisons/components/independence.tsx'
import { ItemPairs } from '../features/comparisons/components/item-pairs.tsx'
import { QuestionMap } from '../features/comparisons/components/question-map.tsx'
import type { Choices } from '../features/comparisons/components/side-choice.tsx'
import { SideChoice } from '../features/comparisons/components/side-choice.tsx'
import { choicesQuery, comparisonQuery } from '../features/comparisons/queries.ts'
import { comparisonWords } from '../words/comparisons.ts'

const levels = { 80: '80', 90: '90', 95: '95' } as const
const CONFIDENCES = [80, 90, 95] as const
/** Who answered both is looked up within moments. */
const LOOK_AGAIN_MS = 2_000

/** `/results/compare?first=wave:…&second=wave:…`: two results beside each other, and whether they can be compared. */
export function ResultsComparisonPage() {
  const say = useSay(comparisonWords)
  const { language } = useLanguage()
  const { confidence } = useSearch({ from: '/pages/results/compare' })
  const navigate = useNavigate({ from: '/results/compare' })
  const choices = useQuery(choicesQuery())
  return (
    <>
      <PageHeader
        title={say('title')}
        lead={say('lead')}
        actions={
          <Select
            aria-label={say('confidence')}
            w={160}
            data={CONFIDENCES.map(level => ({
              value: String(level),
              label: say('confidenceLevel', { confidence: formatShare(level / 100, language) }),
            }))}
            value={String(confidence ?? 95)}
            allowDeselect={false}
            onChange={value => {
              const level = CONFIDENCES.find(one => String(one) === value)
              void navigate({
                search: before => ({ ...before, confidence: level === 95 ? undefined : level }),
                replace: true,
              })
            }}
          />
        }
      />
      <QueryStates
        query={choices}
        isEmpty={({ waves }) => waves.filter(({ parts }) => parts.length > 0).length < 2}
        empty={
          <EmptyState
            title={say('nothing')}
            action={<Button renderRoot={props => <Link {...props} to="/waves" />}>{say('toWaves')}</Button>}
          >
            {say('nothingText')}
          </EmptyState>
        }
      >
        {data => <Beside choices={data} />}
      </QueryStates>
    </>
  )
}

/** What is chosen, or the two latest quarterly waves with answers. */
function Beside({ choices }: { choices: Choices }) {
  const say = useSay(comparisonWords)
  const search = useSearch({ from: '/pages/results/compare' })
  const navigate = useNavigate({ from: '/results/compare' })
  const answered = choices.waves.filter(({ parts }) => parts.length > 0)
  const latest = answered.find(({ kind }) => kind === 'quarterly') ?? answered[0]
  const first = search.first ?? `wave:${latest?.id}`
  const second = search.second ?? counterpart(answered, first)
  const { firstPart, secondPart, confidence } = search
  const query = useQuery({
    ...comparisonQuery({
      first,
      second,
      firstPart,
      secondPart,
      confidence: confidence && levels[confidence],
    }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.people === 'coming' ? LOOK_AGAIN_MS : false),
  })
  const choose = (next: Partial<typeof search>) =>
    void navigate({ search: { ...search, first, second, ...next }, replace: true })
  return (
    <>
      <div className={styles.sides}>
        <SideChoice
          side="first"
          choices={choices}
          value={first}
          part={firstPart ?? 'all'}
          onChange={({ ref, part }) => choose({ first: ref, firstPart: part })}
        />
        <Button
          leftSection={<IconArrowsExchange size={16} stroke={1.5} aria-hidden="true" />}
          onClick={() =>
            choose({ first: second, second: first, firstPart: secondPart, secondPart: firstPart })
          }
        >
          {say('swap')}
        </Button>
        <SideChoice
          side="second"
          choices={choices}
          value={second}
          part={secondPart ?? 'all'}
          onChange={({ ref, part }) => choose({ second: ref, secondPart: part })}
        />
      </div>
      <QueryStates query={query}>{comparison => <Comparison comparison={comparison} />}</QueryStates>
    </>
  )
}

/** The latest other wave, of the same kind where there is one. */
function counterpart(waves: Choices['waves'], first: string): string {
  const others = waves.filter(({ id }) => first !== `wave:${id}`)
  const kind = waves.find(({ id }) => first === `wave:${id}`)?.kind ?? 'quarterly'
  return `wave:${(others.find(one => one.kind === kind) ?? others[0])?.id}`
}

function Comparison({ comparison }: { comparison: ComparisonView }) {
  const say = useSay(comparisonWords)
  const { factors, items, first, second, mapRevision, sameModel } = comparison
  const compared = factors.filter(({ difference }) => difference !== null)
  const clear = compared.filter(({ difference }) => difference?.chance === false).length
  const together = first.waves.length > 1 || second.waves.length > 1
  return (
    <div className={styles.stack}>
      <Gap comparison={comparison} />
      <Sheet title={say('factors')}>
        {factors.length === 0 ? (
          <>
            <p className={styles.summary}>{say(sameModel ? 'notCompared' : 'otherModel')}</p>
            <p className={styles.note}>{say('otherModelText')}</p>
          </>
        ) : (
          <>
            <p className={styles.summary}>
              {compared.length === 0
                ? say('noneCompared')
                : say('summary', { compared: compared.length, clear })}
            </p>
            <FactorPairs comparison={comparison} />
            {compared.length > 0 && (
              <p className={styles.note}>
                {say('holm')} <Independence comparison={comparison} /> {together && say('together')}
              </p>
            )}
          </>
        )}
      </Sheet>
      {items.length > 0 && (
        <Sheet title={say('items')}>
          <details className={styles.details} open={factors.length === 0}>
            <summary>{say('showItems', { count: items.length })}</summary>
            <ItemPairs comparison={comparison} />
          </details>
        </Sheet>
      )}
      {mapRevision !== null && (
        <QuestionMap key={`${first.survey.id} ${second.survey.id} ${mapRevision}`} comparison={comparison} />
      )}
    </div>
  )
}

/** What it is worth to be asked by name. */
function Gap({ comparison: { gap } }: { comparison: ComparisonView }) {
  const say = useSay(comparisonWords)
  const { language } = useLanguage()
  if (!gap) return null
  const number = (value: number) => formatNumber(value, language, 1)
  const clear = gap.low > 0 ? 'gapSentence' : gap.high < 0 ? 'gapLess' : 'gapUnclear'
  const values = {
    points: number(Math.abs(gap.points)),
    low: number(gap.low),
    high: number(gap.high),
    factors: gap.factors,
  }
  return (
    <Sheet title={say('gap')}>
      <p className={styles.gap}>{say(clear, values)}</p>
      <p className={styles.note}>{say('gapNote')}</p>
    </Sheet>
  )
}
