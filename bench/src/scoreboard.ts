import { setTimeout as wait } from 'node:timers/promises'
import type { PreparedWave } from './prepare-wave.ts'

const PATIENCE = 100

/** Signs in and reads how many responses the scoreboard counts, waiting up to ten seconds until it is `expected`. */
export async function scoreboardResponses(
  url: string,
  { waveId, person }: PreparedWave,
  expected: number,
): Promise<number> {
  const cookie = await signIn(url, person)
  let counted = 0
  for (let attempt = 0; attempt < PATIENCE && counted !== expected; attempt += 1) {
    if (attempt > 0) await wait(100)
    const answer = await fetch(`${url}/api/waves/${waveId}/scoreboard`, { headers: { cookie } })
    counted = ((await answer.json()) as { responses: number }).responses
  }
  return counted
}

/** Signs in; returns the cookie header of the session. */
export async function signIn(url: string, person: PreparedWave['person']): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  })
  return answer.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
}
