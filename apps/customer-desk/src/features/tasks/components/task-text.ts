import type { Task } from '@sixfold/contract/tasks'
import type { taskWords } from '../../../words/tasks.ts'

type Say = ReturnType<typeof taskWords>

/** What a task is about, in one sentence. */
export function whyText({ kind, contactName, accountName }: Task, say: Say): string {
  if (kind === 'silence') return say('why.silence', { account: accountName })
  if (kind === 'call_request') return say('why.call_request', { name: contactName || accountName })
  if (kind === 'not_me') return say('why.not_me', { name: contactName || accountName })
  if (kind === 'complaint') return say('why.complaint', { name: contactName || accountName })
  if (kind === 'roundtable_wish') return say('why.roundtable_wish', { name: contactName || accountName })
  if (kind === 'data_request') return say('why.data_request', { name: contactName || accountName })
  return contactName === '' ? say('why.bounceNobody') : say('why.bounce', { name: contactName })
}

export function detailText({ kind, address, asked }: Task, say: Say): string {
  if (kind === 'silence') return say('detail.silence', { n: asked ?? 0 })
  if (kind === 'call_request') return say('detail.call_request')
  if (kind === 'not_me') return say('detail.not_me')
  if (kind === 'complaint') return say('detail.complaint')
  if (kind === 'roundtable_wish') return say('detail.roundtable_wish')
  if (kind === 'data_request') return say('detail.data_request')
  return address === '' ? say('detail.bounceShort') : say('detail.bounce', { address })
}
