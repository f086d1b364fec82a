import { setTimeout as pause } from 'node:timers/promises'

/** Looks again and again until this is so, and fails with what `look` saw last. */
export async function eventually<Seen>(
  look: () => Promise<Seen>,
  isSo: (seen: Seen) => boolean,
  patience = 20_000,
): Promise<Seen> {
  for (const end = Date.now() + patience; ; await pause(100)) {
    const seen = await look()
    if (isSo(seen)) return seen
    if (Date.now() > end) throw new Error(`waited in vain; last seen: ${JSON.stringify(seen)}`)
  }
}
