import type { BlindAnswer } from '@sixfold/contract/blind'
import { CAST_BLOCK } from '@sixfold/contract/blind-cast'
import type { ErrorBody } from '@sixfold/contract/errors'
import type { Ballot } from '@sixfold/ui/blind-ballot'
import type { CallResult } from '../respond-client.ts'

/**
 * Sends answers with their ballot and nothing else: no cookie, no address of the page, no language, and all of about one length.
 */
export async function castAnswers(
  waveId: string,
  ballot: Ballot,
  answers: readonly BlindAnswer[],
  send: typeof fetch,
): Promise<CallResult<{ taken: true }>> {
  try {
    const response = await send(`/api/blind/${waveId}/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: filledUp({ ballot, answers }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
    if (response.ok) return { kind: 'done', value: (await response.json()) as { taken: true } }
    if (response.status === 408 || response.status === 429 || response.status >= 500) return { kind: 'later' }
    const { code, fields } = (await response.json()) as ErrorBody
    return { kind: 'refused', code, fields: fields ?? [] }
  } catch {
    return { kind: 'later' }
  }
}

/**
 * The message as JSON, as many bytes long as the next multiple of the block.
 *
 * @example filledUp({ ballot, answers: [] }).length // 4096
 */
export function filledUp(message: { ballot: Ballot; answers: readonly BlindAnswer[] }): string {
  const bare = new TextEncoder().encode(JSON.stringify({ ...message, padding: '' })).length
  const padding = '.'.repeat((CAST_BLOCK - (bare % CAST_BLOCK)) % CAST_BLOCK)
  return JSON.stringify({ ...message, padding })
}
