import { factorRadar } from '@sixfold/charts/radar'
import type { DealRates } from '@sixfold/contract/deals'
import type { Study, TestScore } from '@sixfold/contract/studies'
import type { ScoreboardView } from '@sixfold/contract/waves'
import { textIn } from '@sixfold/domain/local-text'
import { formatNumber, formatQuarter, formatShare } from '@sixfold/ui/format'
import { Chart } from '@sixfold/ui/parts/chart'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { studyWords } from '../../../words/studies.ts'
import { ownScoresQuery, ratesAgainstQuery } from '../queries.ts'
import styles from './studies.module.css'

/** Us against them: what was tested, beside what customers say of us and how deals against them ended. */
export function ResultSheet({ study }: { study: Study }) {
  const say = useSay(studyWords)
  const scores = useQuery(ownScoresQuery(study.regionId)).data?.items.at(-1)
  const rates = useQuery(ratesAgainstQuery(study.competitorId, study.regionId)).data
  const isTried = study.result?.factors.some(({ us, them }) => us.testers + them.testers > 0)
  return (
    <Sheet title={say('result')}>
      {study.result === null ? (
        <p className={styles.quiet}>{say('resultHidden')}</p>
      ) : isTried ? (
        <div className={styles.stack}>
          <Radar study={study} factors={study.result.factors} />
          <Factors study={study} factors={study.result.factors} scores={scores} rates={rates} />
          {rates && <WinRate rates={rates} />}
          <p className={styles.quiet}>{say('caution')}</p>
        </div>
      ) : (
        <p className={styles.quiet}>{say('resultEmpty')}</p>
      )}
    </Sheet>
  )
}

type FactorResult = NonNullable<Study['result']>['factors'][number]
interface FactorsProps {
  study: Study
  factors: readonly FactorResult[]
}

/** Below three corners there is no shape. */
const LEAST_CORNERS = 3

/** Only factors that were tried on both: a corner at nothing would look like a judgement. */
function Radar({ study, factors }: FactorsProps) {
  const say = useSay(studyWords)
  const { language } = useLanguage()
  const both = factors.filter(({ us, them }) => us.mean !== null && them.mean !== null)
  if (both.length < LEAST_CORNERS) return null
  const model = factorRadar(
    {
      factors: both.map(({ factor, us, them, lead }) => ({
        name: textIn(study.factors.find(({ key }) => key === factor)?.name, language, 'en'),
        us: us.mean,
        them: them.mean,
        lead: lead === 'us' || lead === 'them' ? lead : null,
      })),
      them: study.competitorName,
    },
    language,
  )
  return <Chart label={say('radar')} model={model} />
}

const leadTones = { us: 'good', them: 'problem', mixed: 'attention', unknown: 'none' } as const

function Factors({
  study,
  factors,
  scores,
  rates,
}: FactorsProps & { scores: ScoreboardView | undefined; rates: DealRates | undefined }) {
  const say = useSay(studyWords)
  const { language } = useLanguage()
  const factorOf = (key: string) => study.factors.find(factor => factor.key === key)
  return (
    <DataTable
      caption={say('result')}
      rows={factors}
      rowKey={({ factor }) => factor}
      columns={[
        {
          key: 'factor',
          header: say('factor'),
          rowHeader: true,
          cell: ({ factor }) => (
            <FactorName
              index={factorOf(factor)?.index ?? -1}
              name={textIn(factorOf(factor)?.name, language, 'en')}
            />
          ),
        },
        { key: 'us', header: say('us'), figure: true, cell: ({ us }) => <Tested score={us} /> },
        { key: 'them', header: say('them'), figure: true, cell: ({ them }) => <Tested score={them} /> },
        {
          key: 'lead',
          header: say('ahead'),
          cell: ({ lead }) => <Lamp tone={leadTones[lead]}>{say(`lead.${lead}`)}</Lamp>,
        },
        {
          key: 'customers',
          header: say('customers'),
          figure: true,
          cell: ({ factor }) => <OwnScore scores={scores} factor={factor} />,
        },
        {
          key: 'lost',
          header: say('lostTo'),
          figure: true,
          cell: ({ factor }) => <LostOver rates={rates} factor={factor} />,
        },
      ]}
    />
  )
}

function Tested({ score: { mean, spread, testers } }: { score: TestScore }) {
  const say = useSay(studyWords)
  const { language } = useLanguage()
  if (mean === null) return <span className={styles.quiet}>{say('noScore')}</span>
  return (
    <>
      {formatNumber(mean, language)}
      <span className={styles.small}>
        {spread === null
          ? say('one')
          : say('spread', { spread: formatNumber(spread, language, 1), n: testers })}
      </span>
    </>
  )
}

function OwnScore({ scores, factor }: { scores: ScoreboardView | undefined; factor: string }) {
  const say = useSay(studyWords)
  const { language } = useLanguage()
  const score = scores?.factors.find(one => one.factor === factor)
  if (!scores || !score || score.netSatisfactionIndex === null || score.n === null)
    return <span className={styles.quiet}>{say('noScore')}</span>
  return (
    <>
      {formatNumber(score.netSatisfactionIndex, language)}
      <span className={styles.small}>
        {say('customersOf', {
          quarter: formatQuarter(scores.quarter),
          n: formatNumber(score.n, language),
        })}
      </span>
    </>
  )
}

/** How often customers who bought elsewhere said that it spoke against us. */
function LostOver({ rates, factor }: { rates: DealRates | undefined; factor: string }) {
  const say = useSay(studyWords)
  const { language } = useLanguage()
  const found = rates?.factors.find(({ key }) => key === factor)?.buyer.lostBy
  if (!found || found.share === null || found.named === null)
    return <span className={styles.quiet}>{say('noScore')}</span>
  return (
    <>
      {formatShare(found.share, language)}
      <span className={styles.small}>{say('doneOf', { done: found.named, of: found.of })}</span>
    </>
  )
}

function WinRate({ rates: { whole } }: { rates: DealRates }) {
  const say = useSay(studyWords)
  const { language } = useLanguage()
  const { won, n, rate, interval } = whole
  const share = (value: number) => formatShare(value, language)
  return (
    <p>
      {rate === null || !interval
        ? say('winFew', { won, n })
        : say('winRate', { won, n, rate: share(rate), low: share(interval.low), high: share(interval.high) })}
    </p>
  )
}
