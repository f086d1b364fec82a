import type { BlindAnswer } from '@sixfold/contract/blind'
import { CAST_BLOCK } from '@sixfold/contract/blind-cast'
import type { Ballot, BlankBallot } from '@sixfold/ui/blind-ballot'
import { blankBallot, signedBallot } from '@sixfold/ui/blind-ballot'

/** What a browser does in a blind survey, without the browser: the same ballots, over real HTTP. */
export interface BlindVoter {
  blank(waveId: string): Promise<BlankBallot>
  issue(token: string, blank: Pick<BlankBallot, 'blinded'>): Promise<Reply>
  /** Fetches the ballot of a link. */
  earn(waveId: string, token: string): Promise<Ballot>
  cast(
    waveId: string,
    ballot: Ballot,
    answers: readonly BlindAnswer[],
    headers?: Record<string, string>,
  ): Promise<Reply>
}

export interface Reply {
  status: number
  body: Record<string, unknown>
}

export function blindVoter(url: string): BlindVoter {
  const call = async (path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> => {
    const answer = await fetch(`${url}/api/blind/${path}`, {
      ...(body
        ? {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify(body),
          }
        : {}),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const keyOf = async (waveId: string) => String((await call(`${waveId}/key`)).body.publicKey)
  const issue: BlindVoter['issue'] = (token, { blinded }) => call('ballots', { token, blinded })
  return {
    issue,
    blank: async waveId => blankBallot(await keyOf(waveId)),
    async earn(waveId, token) {
      const publicKey = await keyOf(waveId)
      const blank = await blankBallot(publicKey)
      const { body } = await issue(token, blank)
      return signedBallot(publicKey, blank, String(body.signature))
    },
    cast(waveId, ballot, answers, headers) {
      const message = { ballot, answers, padding: '' }
      const length = JSON.stringify(message).length
      const padding = '.'.repeat((CAST_BLOCK - (length % CAST_BLOCK)) % CAST_BLOCK)
      return call(`${waveId}/answers`, { ...message, padding }, headers)
    },
  }
}
