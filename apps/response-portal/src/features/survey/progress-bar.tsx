import type { Say } from '@sixfold/contract/words'
import type { Answers } from '@sixfold/domain/survey/answers'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { answeringProgress, pageShare } from '@sixfold/domain/survey/progress'
import type { ReactNode } from 'react'

interface ProgressProps {
  definition: SurveyDefinition
  answers: Answers
  say: Say<'progress.label' | 'progress.left'>
  children: ReactNode
}

/** One bar a page, filled by its answers; below it what is left, in questions and minutes. */
export function Progress({ definition, answers, say, children }: ProgressProps) {
  const { total, answered, left, minutesLeft } = answeringProgress(definition, answers)
  return (
    <>
      <div
        className="progress"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={answered}
        aria-label={say('progress.label', { answered, total })}
      >
        {definition.pages.map(page => (
          <svg key={page.id} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width={Math.round(100 * pageShare(page, answers))} height="4" />
          </svg>
        ))}
      </div>
      <div className="left">
        <span>{say('progress.left', { left, minutes: minutesLeft })}</span>
        {children}
      </div>
    </>
  )
}
