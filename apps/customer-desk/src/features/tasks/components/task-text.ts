import type { Task } from '@sixfold/contract/tasks'
import type { taskWords } from '../../../words/tasks.ts'

type Say = ReturnType<typeof taskWords>

/** What a task is about, in one sentence. */
export function whyText({ kind, contactName, accountName, text }: Task, say: Say): string {
  if (kind === 'action') return text
  if (kind === 'silence') return say('why.silence', { account: accountName })
  if (kind === 'call_request') return say('why.call_request', { name: contactName || accountName })
  if (kind === 'not_me') return say('why.not_me', { name: contactName || accountName })
  if (kind === 'roundtable_wish') return say('why.roundtable_wish', { name: contactName || accountName })
  if (kind === 'data_request') return say('why.data_request', { name: contactName || accountName })
  return contactName === '' ? say('why.bounceNobody') : say('why.bounce', { name: contactName })
}

export function detailText({ kind, address, asked, aboutKind }: Task, say: Say): string {
  if (kind === 'action') return say(`detail.action.${aboutKind ?? 'round_table'}`)
  if (kind === 'silence') return say('detail.silence', { n: asked ?? 0 })
  if (kind === 'call_request') return say('detail.call_request')
  if (kind === 'not_me') return say('detail.not_me')
  if (kind === 'roundtable_wish') return say('detail.roundtable_wish')
  if (kind === 'data_request') return say('detail.data_request')
  return address === '' ? say('detail.bounceShort') : say('detail.bounce', { address })
}
