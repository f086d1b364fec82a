import type { Say } from '@sixfold/contract/words'

/** The answers were sent off, and there is no line. */
export function SurveyWaiting({ say }: { say: Say<'waiting.title' | 'waiting.lead'> }) {
  return (
    <div className="waiting" role="status">
      <h2>{say('waiting.title')}</h2>
      <p>{say('waiting.lead')}</p>
    </div>
  )
}
