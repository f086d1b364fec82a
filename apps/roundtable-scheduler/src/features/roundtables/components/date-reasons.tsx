import type { DateMerit, DateObjection, DateProposal } from '@sixfold/contract/date-proposals'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { planWords } from '../../../words/plan.ts'
import styles from './plan-form.module.css'

/** So many accounts are named; the rest is counted. */
const NAMED = 3

/** What speaks for a date and what against it, in words. */
export function DateReasons({ proposal }: { proposal: DateProposal }) {
  const say = useSay(planWords)
  return (
    <ul className={styles.reasons}>
      {proposal.merits.map(merit => (
        <li key={merit.kind}>
          <Lamp tone="good">{meritText(merit)}</Lamp>
        </li>
      ))}
      {proposal.objections.map(objection => (
        <li key={objectionText(objection)}>
          <Lamp tone="attention">{objectionText(objection)}</Lamp>
        </li>
      ))}
    </ul>
  )

  function meritText(merit: DateMerit): string {
    return merit.kind === 'near_cadence'
      ? say('for.near_cadence', { days: merit.days })
      : say(`for.${merit.kind}`)
  }

  function objectionText(objection: DateObjection): string {
    switch (objection.kind) {
      case 'other_event':
        return say(objection.sameDay ? 'against.same_day' : 'against.other_event', {
          title: objection.title,
        })
      case 'fiscal_close':
        return say('against.fiscal_close', named(objection.accounts))
      case 'not_invitable': {
        const { guests, of } = objection
        return say('against.not_invitable', { count: guests.length, of, ...named(guests) })
      }
      case 'speaker_busy':
        return objection.with === ''
          ? say('against.speaker_away', { speaker: objection.speaker })
          : say('against.speaker_busy', { speaker: objection.speaker, with: objection.with })
      case 'clock_change':
        return say(`against.clock_${objection.notice}`)
      default: {
        const { kind, ...values } = objection
        return say(`against.${kind}`, values)
      }
    }
  }
}

/** The first few by name, and how many more there are. */
function named(all: readonly string[]): { names: string; more: number } {
  return { names: all.slice(0, NAMED).join(', '), more: Math.max(0, all.length - NAMED) }
}
