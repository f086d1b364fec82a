import type { PolicyDraft } from '@sixfold/contract/contact-policy'
import type { Channel } from '@sixfold/domain/contact-policy'

export type DraftRule = PolicyDraft['rules'][number]
type Changes = DraftRule['set']

/** A rule's change of one plain thing; null takes it out again. */
export function withChange<K extends Exclude<keyof Changes, 'hours' | 'mostPerDay'>>(
  set: Changes,
  name: K,
  value: Changes[K] | null,
): Changes {
  const { [name]: _before, ...rest } = set
  return value === null || value === undefined ? rest : { ...rest, [name]: value }
}

/** A rule's hours for one channel; empty ends on both sides take them out again. */
export function withHours(set: Changes, channel: Channel, end: 'from' | 'until', time: string): Changes {
  const { hours = {}, ...rest } = set
  const before = hours[channel] ?? { from: '', until: '' }
  const { [channel]: _own, ...others } = hours
  const now = { ...before, [end]: time }
  const next = now.from === '' && now.until === '' ? others : { ...others, [channel]: now }
  return Object.keys(next).length === 0 ? rest : { ...rest, hours: next }
}

/** A rule's daily limit for one channel; null takes it out again. */
export function withLimit(set: Changes, channel: Channel, most: number | null): Changes {
  const { mostPerDay = {}, ...rest } = set
  const { [channel]: _own, ...others } = mostPerDay
  const next = most === null ? others : { ...others, [channel]: most }
  return Object.keys(next).length === 0 ? rest : { ...rest, mostPerDay: next }
}

/** A part of a rule's scope; null: for any. */
export function withScope<K extends keyof DraftRule['when']>(
  when: DraftRule['when'],
  name: K,
  value: DraftRule['when'][K] | null,
): DraftRule['when'] {
  const { [name]: _before, ...rest } = when
  return value === null || value === undefined ? rest : { ...rest, [name]: value }
}

/** A name that no rule of these has. */
export function freshRuleId(rules: readonly DraftRule[]): string {
  const numbers = rules.map(({ id }) => Number(/^rule-(\d+)$/.exec(id)?.[1] ?? 0))
  return `rule-${Math.max(0, ...numbers) + 1}`
}
