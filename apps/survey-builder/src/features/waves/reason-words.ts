import type { TouchRefusal } from '@sixfold/domain/touch-decision'
import type { waveWords } from '../../words/waves.ts'

type WaveWord = Parameters<ReturnType<typeof waveWords>>[0]

/** Every reason of the contact policy, in words. A new reason fails the type check here. */
const words: Record<TouchRefusal, WaveWord> = {
  erased: 'erased',
  no_address: 'no_address',
  opted_out: 'opted_out_reason',
  do_not_call: 'do_not_call',
  no_consent: 'no_consent',
  already_finished: 'already_finished',
  already_declined: 'already_declined',
  already_invited: 'already_invited',
  not_invited: 'not_invited',
  too_many_reminders: 'too_many_reminders',
  survey_too_soon: 'survey_too_soon',
  touch_too_soon: 'touch_too_soon',
  reminder_too_soon: 'reminder_too_soon',
  daily_limit: 'daily_limit',
  holiday: 'holiday',
  weekend: 'weekend',
  quiet_hours: 'quiet_hours',
}

/** Why somebody is not asked. */
export function reasonText(reason: string, say: ReturnType<typeof waveWords>): string {
  return Object.hasOwn(words, reason) ? say(words[reason as TouchRefusal]) : say('otherReason', { reason })
}
