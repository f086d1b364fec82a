import type { PlanContent } from '@sixfold/contract/collection-plans'
import { asPlanned, costOf, yieldOf } from '@sixfold/domain/survey/plan-figures'
import { formatMoney } from '@sixfold/ui/format'
import { Lamp, LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { planWords } from '../../../words/plan.ts'
import { pointsWords, yieldWords } from '../plan-words.ts'
import { planQuery } from '../queries.ts'
import styles from './plan.module.css'

interface PlanCheckProps {
  surveyId: string
  /** Those who may be asked, as far as the record knows them. */
  asked: { executives: number; others: number }
  /** Fewer answers than this are not shown as a score. */
  minimumCell: number
  /** What is said of a survey without a plan. */
  usual: ReactNode
}

/** What a launch will bring and cost, held against the survey's plan. Without a plan it advises to make one. */
export function PlanCheck({ surveyId, asked, minimumCell, usual }: PlanCheckProps) {
  const say = useSay(planWords)
  const { data } = useQuery(planQuery(surveyId))
  const nobody = asked.executives + asked.others === 0
  if (!data || nobody) return usual
  return (
    <>
      {!data.plan && usual}
      <div className={styles.against}>
        <h3>{say('launchTitle')}</h3>
        {data.plan ? (
          <Against content={data.plan.content} asked={asked} minimumCell={minimumCell} />
        ) : (
          <p className={styles.advice}>
            <LampShape tone="attention" /> {say('launchNone')}
          </p>
        )}
        <p>
          <Link to="/surveys/$id/plan" params={{ id: surveyId }}>
            {say(data.plan ? 'launchOpen' : 'launchMake')}
          </Link>
        </p>
      </div>
    </>
  )
}

interface AgainstProps extends Pick<PlanCheckProps, 'asked' | 'minimumCell'> {
  content: PlanContent
}

function Against({ content, asked, minimumCell }: AgainstProps) {
  const say = useSay(planWords)
  const { language } = useLanguage()
  const comes = yieldOf(content, asPlanned(content, asked))
  const { money, hours, perAnswer } = costOf(content, comes)
  const { budget, currency, confidence } = content
  const wanted = pointsWords(content.marginOfError, language)
  const exact = comes.marginOfError !== null && comes.marginOfError <= content.marginOfError
  const inMoney = (value: number) => formatMoney(value, currency, language)
  const cost =
    perAnswer === null
      ? say('launchCostNone', { money: inMoney(money) })
      : say('launchCost', { money: inMoney(money), perAnswer: inMoney(perAnswer) })
  return (
    <>
      <p>{yieldWords(comes, confidence, { say, language })}</p>
      {comes.answers < minimumCell && (
        <Lamp tone="attention">{say('launchFew', { minimum: minimumCell })}</Lamp>
      )}
      <Lamp tone={exact ? 'good' : 'attention'}>
        {say(exact ? 'launchEnough' : 'launchShort', { wanted })}
      </Lamp>
      <p>{cost}</p>
      <div className={styles.limits}>
        {budget.hours !== null && (
          <Lamp tone={hours <= budget.hours ? 'good' : 'problem'}>
            {say(hours <= budget.hours ? 'withinHours' : 'overHours')}
          </Lamp>
        )}
        {budget.money !== null && (
          <Lamp tone={money <= budget.money ? 'good' : 'problem'}>
            {say(money <= budget.money ? 'withinMoney' : 'overMoney')}
          </Lamp>
        )}
      </div>
      <p className={styles.quiet}>{say('launchRates')}</p>
    </>
  )
}
