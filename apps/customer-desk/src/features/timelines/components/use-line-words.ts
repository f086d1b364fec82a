import type { TimelineLine } from '@sixfold/contract/timelines'
import { useSay } from '@sixfold/ui/parts/language'
import { touchWords } from '@sixfold/ui/words/touches'
import { timelineWords } from '../../../words/timelines.ts'

const outcomes = [
  'case_step.acknowledged',
  'case_step.waiting',
  'case_step.went_on',
  'case_step.reopened',
  'case_step.handed_over',
  'case_step.escalated',
  'case_step.closed',
  'case_step.merged',
  'case_judged.confirmed',
  'case_judged.disputed',
  'case_judged.judged',
  'event_answered.accept',
  'event_answered.decline',
] as const
const causes = [
  'task.about.silence',
  'task.about.call_request',
  'task.about.bounce',
  'task.about.not_me',
  'task.about.roundtable_wish',
] as const
const purposes = [
  'relationship_survey',
  'product_survey',
  'blind_survey',
  'installation_call',
  'roundtable',
  'case',
  'everything',
] as const

/** What lines of a timeline say, as sentences. */
export function useLineWords() {
  const say = useSay(timelineWords)
  const sayTouch = useSay(touchWords)
  const whoOf = (line: TimelineLine) => line.contactName || say('somebody')
  return {
    heading(lines: readonly [TimelineLine, ...TimelineLine[]]): string {
      const [{ kind, detail, by, title }] = lines
      const who = lines.length > 1 ? say('people', { n: lines.length }) : whoOf(lines[0])
      if (kind === 'event_answered' && detail !== 'decline')
        return say('event_answered.accept', { who, title })
      if (kind === 'opted_out') {
        const purpose = purposes.find(known => known === detail)
        return say('opted_out', { who, title: purpose ? sayTouch(purpose) : title })
      }
      const known = outcomes.find(outcome => outcome === `${kind}.${detail}`)
      if (known) return say(known, { who, title })
      if (kind === 'event_answered') return say('event_answered.decline', { who, title })
      return say(kind, { who, title, by: by || say('somebody') })
    },
    /** Why a task was there; null where that is not known. */
    cause(line: TimelineLine): string | null {
      const known = causes.find(cause => cause === `task.about.${line.detail}`)
      return line.kind === 'task' && known ? say(known, { who: whoOf(line) }) : null
    },
    say,
  }
}
