import type { PlanContent } from '@sixfold/contract/collection-plans'
import type { PlanFigures } from '@sixfold/domain/survey/plan-figures'
import { planFigures } from '@sixfold/domain/survey/plan-figures'
import { formatMoney, formatNumber, formatShare } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { planWords } from '../../../words/plan.ts'
import { pointsWords, yieldWords } from '../plan-words.ts'
import styles from './plan.module.css'

/** What a plan will bring and cost, in words and numbers. */
export function Figures({ content }: { content: PlanContent }) {
  const say = useSay(planWords)
  const { language } = useLanguage()
  const figures = planFigures(content)
  if (figures.invited === 0) return <p className={styles.quiet}>{say('nobody')}</p>
  return (
    <>
      <p className={styles.sentence}>{yieldWords(figures, content.confidence, { say, language })}</p>
      <Lamp tone={figures.enough ? 'good' : 'attention'}>{say(figures.enough ? 'enough' : 'notEnough')}</Lamp>
      {!figures.enough && <p className={styles.quiet}>{say('notEnoughText')}</p>}
      <Numbers figures={figures} content={content} />
      <Limits figures={figures} />
    </>
  )
}

function Numbers({ figures, content }: { figures: PlanFigures; content: PlanContent }) {
  const say = useSay(planWords)
  const { language } = useLanguage()
  const { invited, answers, responseRate, marginOfError, needed, cost } = figures
  const number = (value: number, digits = 0) => formatNumber(value, language, digits)
  const money = (value: number) => formatMoney(value, content.currency, language)
  const hours = (value: number) => say('costHours', { hours: Math.round(value * 10) / 10 })
  const wanted = pointsWords(content.marginOfError, language)
  // With everybody asked already, more answers can only come from a better response.
  const reachable = needed.invitations < invited || answers >= needed.answers
  const rows: [string, string][] = [
    [say('invited'), number(invited)],
    [
      say('answers'),
      say('answersOf', { answers: number(answers), rate: formatShare(responseRate, language) }),
    ],
    ...(marginOfError === null
      ? []
      : ([
          [say('marginShort'), say('pointsWanted', { points: pointsWords(marginOfError, language), wanted })],
        ] as [string, string][])),
    [say('needed'), reachable ? say('neededOf', needed) : say('neededAll', { answers: needed.answers })],
    [say('cost'), `${money(cost.money)}, ${hours(cost.hours)}`],
    ...(cost.perAnswer === null ? [] : ([[say('perAnswer'), money(cost.perAnswer)]] as [string, string][])),
    [say('customerTime'), hours(cost.customerHours)],
  ]
  return (
    <dl className={styles.figures}>
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Limits({ figures: { within } }: { figures: PlanFigures }) {
  const say = useSay(planWords)
  return (
    <div className={styles.limits}>
      {within.hours !== null && (
        <Lamp tone={within.hours ? 'good' : 'problem'}>
          {say(within.hours ? 'withinHours' : 'overHours')}
        </Lamp>
      )}
      {within.money !== null && (
        <Lamp tone={within.money ? 'good' : 'problem'}>
          {say(within.money ? 'withinMoney' : 'overMoney')}
        </Lamp>
      )}
    </div>
  )
}
