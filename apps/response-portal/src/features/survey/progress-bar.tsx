import type { Say } from '@sixfold/contract/words'
import type { Answers } from '@sixfold/domain/survey/answers'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Walk } from '@sixfold/domain/survey/logic/walk'
import { answeringProgress, pageShare } from '@sixfold/domain/survey/progress'
import type { ReactNode } from 'react'

interface ProgressProps {
  definition: SurveyDefinition
  answers: Answers
  way: Walk
  say: Say<'progress.label' | 'progress.left'>
  /** Of its words, where they are not the page's. */
  lang: string | undefined
  children: ReactNode
}

/** One bar a page that is shown, filled by its answers; below it what is left, in questions and minutes. */
export function Progress({ definition, answers, way, say, lang, children }: ProgressProps) {
  const { total, answered, left, minutesLeft } = answeringProgress(definition, answers, way)
  const shown = definition.pages.filter(({ id }) => way.pages.includes(id))
  return (
    <>
      <div
        className="progress"
        role="progressbar"
        lang={lang}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={answered}
        aria-label={say('progress.label', { answered, total })}
      >
        {shown.map(page => (
          <svg key={page.id} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width={Math.round(100 * pageShare(page, answers, way))} height="4" />
          </svg>
        ))}
      </div>
      <div className="left" lang={lang}>
        <span>{say('progress.left', { left, minutes: minutesLeft })}</span>
        {children}
      </div>
    </>
  )
}
