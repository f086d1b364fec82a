import { createHash } from 'node:crypto'
import type { PairedAnswers } from '@sixfold/domain/results/judged-difference'
import { pairedAnswers, turnedRound } from '@sixfold/domain/results/paired-answers'
import { factorReader, itemReader } from '@sixfold/domain/scoreboard'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Context } from '../../../context.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import type { ReadRating } from '../rated-rows/service.ts'
import { readRatedRows } from '../rated-rows/service.ts'
import { boardStanding } from '../scoreboards/service.ts'
import { findPairedWaves, storePairedWaves } from './store.ts'

export const PAIR_WAVES = 'results.pair-waves'
/** Two waves are looked through anew at most this often while answers arrive. */
const PAUSE_MS = 5 * 60_000

/** A factor, or a question or row by its key. */
export type Rated = { factor: string } | { item: string }

/** What the first wave rated and what stands for it in the second. */
export interface RatedPair {
  first: Rated
  second: Rated
}

export interface WavePair {
  first: string
  second: string
  rated: readonly RatedPair[]
}

/** How the pairs name what was rated. */
export const ratedKey = ({ first, second }: RatedPair): string => `${nameOf(first)} > ${nameOf(second)}`

const nameOf = (rated: Rated) => ('factor' in rated ? `factor:${rated.factor}` : `item:${rated.item}`)

/**
 * Who answered both waves, by `ratedKey`: from what was worked out, never from the responses. Null: it is being worked out. Where answers have
 * come since, or something else stands for each other now, it is asked for anew; what was worked out before is then shown only to who
 * may read single answers (`readsAnswers`).
 */
export async function readPairedWaves(
  ctx: Context,
  asked: WavePair,
  { readsAnswers }: { readsAnswers: boolean },
): Promise<PairedAnswers | null> {
  const pair = inOrder(asked)
  const id = `${pair.first}:${pair.second}`
  const [row, revisions] = await Promise.all([findPairedWaves(ctx, id), revisionsOf(ctx, pair)])
  const keys = pair.rated.map(ratedKey)
  const isNew = row === null || keys.some(key => !row.keys.includes(key))
  const isOutdated = row?.revisions.some((revision, at) => revision < (revisions[at] ?? 0)) ?? true
  if (isNew || isOutdated) {
    const now = ctx.clock.now().getTime()
    await enqueue(ctx, {
      kind: PAIR_WAVES,
      key: `pair-waves:${id}:${row?.at.toISOString() ?? 'first'}:${digestOf(keys)}`,
      payload: { ...pair },
      runAt: new Date(isNew ? now : Math.max(now, row.at.getTime() + PAUSE_MS)),
    })
  }
  if (row === null || (isOutdated && !readsAnswers)) return null
  return pair.first === asked.first ? row : turnedRound(renamed(row, pair.rated))
}

const digestOf = (keys: readonly string[]) =>
  createHash('sha256').update(keys.join('\n')).digest('hex').slice(0, 16)

/** Looks through both waves. Whatever it finds stands in the order of their ids. */
export async function pairWaves(ctx: Context, asked: WavePair): Promise<void> {
  const pair = inOrder(asked)
  const [first, second] = await Promise.all([definitionOf(ctx, pair.first), definitionOf(ctx, pair.second)])
  if (!first || !second) return
  const revisions = await revisionsOf(ctx, pair)
  const at = ctx.clock.now()
  const then = new Map(
    (
      await readRatedRows(
        ctx,
        pair.second,
        pair.rated.map(one => readerOf(second, one.second)),
      )
    ).flatMap(row => (row.contact === null ? [] : [[row.contact, row] as const])),
  )
  const now = await readRatedRows(
    ctx,
    pair.first,
    pair.rated.map(one => readerOf(first, one.first)),
  )
  const keys = pair.rated.map(ratedKey)
  const found = pairedAnswers({ now, before: ({ contact }) => then.get(contact ?? ''), keys })
  await storePairedWaves(ctx, { _id: `${pair.first}:${pair.second}`, revisions, keys, at, ...found })
}

/** The same two waves by their ids, whichever was named first. */
function inOrder({ first, second, rated }: WavePair): WavePair {
  if (first <= second) return { first, second, rated }
  return {
    first: second,
    second: first,
    rated: rated.map(one => ({ first: one.second, second: one.first })),
  }
}

/** As whoever asked the other way round names what was rated. */
function renamed({ pairs, effects }: PairedAnswers, rated: readonly RatedPair[]): PairedAnswers {
  const names = new Map(rated.map(one => [ratedKey(one), ratedKey({ first: one.second, second: one.first })]))
  const inWords = <Value>(own: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(own).map(([key, value]) => [names.get(key) ?? key, value]))
  const everywhere = <Value>(of: Readonly<Record<string, Readonly<Record<string, Value>>>>) =>
    Object.fromEntries(Object.entries(of).map(([segment, own]) => [segment, inWords(own)]))
  return { pairs: everywhere(pairs), effects: everywhere(effects) }
}

function readerOf(definition: SurveyDefinition, rated: Rated): ReadRating {
  return 'factor' in rated ? factorReader(definition, rated.factor) : itemReader(definition, rated.item)
}

async function definitionOf(ctx: Context, waveId: string): Promise<SurveyDefinition | null> {
  const wave = await waveBook.findWave(ctx, waveId)
  const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
  return version?.definition ?? null
}

async function revisionsOf(ctx: Context, { first, second }: WavePair): Promise<[number, number]> {
  const [one, other] = await Promise.all([boardStanding(ctx, first), boardStanding(ctx, second)])
  return [one.revision, other.revision]
}
