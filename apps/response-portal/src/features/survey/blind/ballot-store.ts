import type { Ballot, BlankBallot } from '@sixfold/ui/blind-ballot'

/** What this device has of a blind survey: a ballot that is on its way to be signed, a signed one, or that it was cast. */
export type KeptBallot = { blank: BlankBallot } | { ballot: Ballot } | { cast: true }

const nameOf = (waveId: string) => `sixfold.ballot.${waveId}`

/** Null: nothing, or nothing that can be read. */
export function readBallot(waveId: string): KeptBallot | null {
  try {
    return JSON.parse(localStorage.getItem(nameOf(waveId)) ?? 'null') as KeptBallot | null
  } catch {
    return null
  }
}

/** False where the browser keeps nothing: a ballot that is not kept would be lost with the page. */
export function keepBallot(waveId: string, kept: KeptBallot): boolean {
  try {
    const text = JSON.stringify(kept)
    localStorage.setItem(nameOf(waveId), text)
    return localStorage.getItem(nameOf(waveId)) === text
  } catch {
    return false
  }
}
