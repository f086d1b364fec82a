import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type RandomSource, shuffle } from '@sixfold/domain/random'
import type { Cell } from '@sixfold/domain/text/csv-safe'

/** Rows that are put in order at once, in memory. */
const AT_ONCE = 5_000
const MOST_PILES = 256

/**
 * Rows in an order of chance, however many there are: each is thrown on one of many piles on disk, and a pile is shuffled
 * when its turn comes. The memory needed is that of one pile.
 */
export interface ScatteredRows {
  /** As many as were thrown. */
  count: number
  /** The longest text of each column in bytes of UTF-8. */
  longest: number[]
  rows: () => AsyncGenerator<readonly Cell[]>
  /** Takes the piles off the disk. */
  clear: () => Promise<void>
}

/**
 * Throws rows on piles in a folder of their own below `folder`. Cells are texts, numbers or nothing.
 *
 * @param expected About how many rows will come: it decides how many piles there are.
 */
export async function scatterRows(
  parts: AsyncIterable<readonly (readonly Cell[])[]>,
  { folder, expected, random }: { folder: string; expected: number; random: RandomSource },
): Promise<ScatteredRows> {
  const own = await mkdtemp(join(folder, 'rows-'))
  const clear = () => rm(own, { recursive: true, force: true })
  const count = Math.max(1, Math.min(MOST_PILES, Math.ceil(expected / AT_ONCE)))
  const paths = Array.from({ length: count }, (_, pile) => join(own, String(pile)))
  const files = await Promise.all(paths.map(path => open(path, 'a', 0o600)))
  const longest: number[] = []
  let thrown = 0
  try {
    for await (const rows of parts) {
      const piles = new Map<number, string[]>()
      for (const row of rows) {
        thrown += 1
        noteLengths(longest, row)
        const pile = random.below(count)
        piles.set(pile, [...(piles.get(pile) ?? []), `${JSON.stringify(row)}\n`])
      }
      for (const [pile, lines] of piles) await files[pile]?.appendFile(lines.join(''))
    }
  } catch (error) {
    await clear()
    throw error
  } finally {
    await Promise.all(files.map(file => file.close()))
  }
  async function* rows(): AsyncGenerator<readonly Cell[]> {
    for (const path of paths) {
      const pile: string[] = []
      for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) pile.push(line)
      for (const line of shuffle(pile, random)) yield JSON.parse(line) as Cell[]
    }
  }
  return { count: thrown, longest, rows, clear }
}

function noteLengths(longest: number[], row: readonly Cell[]): void {
  for (const [at, cell] of row.entries())
    longest[at] = Math.max(longest[at] ?? 0, typeof cell === 'string' ? Buffer.byteLength(cell) : 0)
}
