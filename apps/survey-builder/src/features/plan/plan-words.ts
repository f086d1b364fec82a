import type { UiLanguage } from '@sixfold/contract/words'
import type { PlanConfidence } from '@sixfold/domain/survey/plan'
import type { Yield } from '@sixfold/domain/survey/plan-figures'
import { formatNumber } from '@sixfold/ui/format'
import type { SayPlan } from '../../words/plan.ts'

/** A confidence in words: "19 times in 20". */
export function sureWords(confidence: PlanConfidence, say: SayPlan): string {
  return say(confidence === 0.95 ? 'confidence95' : confidence === 0.9 ? 'confidence90' : 'confidence80')
}

/** A margin between 0 and 1 in points, as it is read. */
export function pointsWords(margin: number, language: UiLanguage): string {
  return formatNumber(margin * 100, language, 1)
}

/** What will come of asking, in one sentence or two. */
export function yieldWords(
  { invited, answers, marginOfError }: Yield,
  confidence: PlanConfidence,
  { say, language }: { say: SayPlan; language: UiLanguage },
): string {
  if (marginOfError === null) return say('sentenceNone', { invited })
  if (marginOfError === 0) return say('sentenceAll')
  const margin = pointsWords(marginOfError, language)
  return say('sentence', { invited, answers, margin, sure: sureWords(confidence, say) })
}
