import type { PlanContent, SavedPlan } from '@sixfold/contract/collection-plans'
import { planFigures } from '@sixfold/domain/survey/plan-figures'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { reviewWords } from '../../../words/review.ts'
import { pointsWords } from '../plan-words.ts'
import styles from './plan.module.css'

interface PlanNoteProps {
  surveyId: string
  /** As the server told it; undefined while it is not known. */
  plan: { plan: SavedPlan | null } | undefined
}

/** One line on what the plan expects, or that there is none. */
export function PlanNote({ surveyId, plan }: PlanNoteProps) {
  const say = useSay(reviewWords)
  if (!plan) return null
  return (
    <p className={styles.note}>
      {plan.plan ? <Expectation content={plan.plan.content} /> : say('planNone')}{' '}
      <Link to="/surveys/$id/plan" params={{ id: surveyId }}>
        {say(plan.plan ? 'planOpen' : 'planMake')}
      </Link>
    </p>
  )
}

function Expectation({ content }: { content: PlanContent }) {
  const say = useSay(reviewWords)
  const { language } = useLanguage()
  const { answers, marginOfError, enough, needed } = planFigures(content)
  return (
    <>
      {say('planExpects', {
        answers,
        margin: marginOfError === null ? 'none' : pointsWords(marginOfError, language),
      })}
      {!enough && ` ${say('planShort', { needed: needed.answers })}`}
    </>
  )
}
