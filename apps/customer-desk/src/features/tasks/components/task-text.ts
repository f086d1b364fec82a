import type { Task } from '@sixfold/contract/tasks'
import type { taskWords } from '../../../words/tasks.ts'

type Say = ReturnType<typeof taskWords>

/** What a task is about, in one sentence. */
export function whyText({ kind, contactName, accountName }: Task, say: Say): string {
  if (kind === 'silence') return say('why.silence', { account: accountName })
  return contactName === '' ? say('why.bounceNobody') : say('why.bounce', { name: contactName })
}

export function detailText({ kind, address, asked }: Task, say: Say): string {
  if (kind === 'silence') return say('detail.silence', { n: asked ?? 0 })
  return address === '' ? say('detail.bounceShort') : say('detail.bounce', { address })
}
