import type { StaffMember } from '@sixfold/contract/staff'
import type { KeptReplies, WaveReply } from '@sixfold/contract/wave-replies'
import type { LocalText } from '@sixfold/domain/local-text'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import type { WaveRow } from '../../waves/wave-records/service.ts'
import { scopeOf, stateOf, visibleWave, waveBook } from '../../waves/wave-records/service.ts'
import { findReplies, storeReplies } from './store.ts'

/** What was done about the answers to one factor, in one language. */
export interface ShownReply {
  factor: string
  factorName: string
  /** The place of the factor in its model, which decides hue and shape. */
  factorIndex: number
  said: string
  did: string
  state: 'done' | 'doing'
  on: string | null
}

/** What marketing wrote about a wave, of the regions that the caller may see. */
export async function readReplies(ctx: Context, actor: StaffMember, waveId: string): Promise<KeptReplies> {
  const wave = await visibleWave(ctx, actor, waveId)
  return describe(ctx, wave, scopeOf(actor, wave))
}

/**
 * Says what was done about a wave that is over. Whoever may not launch in all of its regions changes what concerns the own
 * ones alone; the rest stays as it is.
 */
export async function saveReplies(
  ctx: Context,
  actor: StaffMember,
  { id, revision, items }: { id: string; revision: number; items: readonly WaveReply[] },
): Promise<KeptReplies> {
  const wave = await visibleWave(ctx, actor, id)
  const scope = scopeOf(actor, wave)
  const mayWrite = (regionId: string | null) =>
    regionId === null
      ? wave.regionIds.every(region => can(actor, 'wave.launch', { regionId: region }))
      : scope.includes(regionId) && can(actor, 'wave.launch', { regionId })
  if (!wave.regionIds.some(mayWrite) || !items.every(({ regionId }) => mayWrite(regionId)))
    throw new AppError('not_found')
  if (!isOver(ctx, wave) || wave.kind === 'blind') throw new AppError('wrong_state')
  const before = await findReplies(ctx, id)
  const others = (before?.items ?? []).filter(({ regionId }) => !mayWrite(regionId))
  const { definition } = await asked(ctx, wave)
  const { factors } = await factorsOf(ctx, definition)
  const known = new Set(factors.map(({ key }) => key))
  if (!items.every(({ factor }) => known.has(factor))) throw new AppError('not_found')
  const written = items.map(item => ({
    ...item,
    said: onlyIn(definition.languages, item.said),
    did: onlyIn(definition.languages, item.did),
  }))
  const stored =
    (before?.revision ?? 0) === revision
      ? await storeReplies(ctx, {
          _id: id,
          revision,
          items: [...others, ...written],
          savedAt: ctx.clock.now(),
          savedBy: actor.name,
        })
      : null
  if (!stored)
    throw new AppError('revision_conflict', { data: { current: await describe(ctx, wave, scope) } })
  remembered.delete(ctx.db)
  await record(ctx, actor, 'wave.replies', `wave:${id}`, `revision ${stored.revision}`)
  return describe(ctx, wave, scope)
}

/**
 * What was done about the last answers, for somebody of a region who answers a wave, or did: those of the programme's last wave
 * that is over. A wave of no programme goes with those of its survey.
 */
export async function repliesBefore(
  ctx: Context,
  { waveId, regionId, language }: { waveId: string; regionId: string | null; language: string },
): Promise<ShownReply[]> {
  return shownReplies(await repliesAhead(ctx, waveId, findAhead), regionId, language)
}

/** The same for somebody of a region who is not answering anything: those of the last relationship wave there that is over. */
export async function latestReplies(
  ctx: Context,
  { regionId, language }: { regionId: string; language: string },
): Promise<ShownReply[]> {
  const last = await repliesAhead(ctx, `region ${regionId}`, async waves =>
    waves.find(wave => wave.kind === 'quarterly' && wave.regionIds.includes(regionId) && isOver(ctx, wave)),
  )
  return shownReplies(last, regionId, language)
}

interface Prepared {
  items: readonly WaveReply[]
  factors: readonly { key: string; name: LocalText }[]
  defaultLanguage: string
}

const REMEMBERED_MS = 10_000
const remembered = new WeakMap<Context['db'], Map<string, { until: number; replies: Prepared | null }>>()

/** Shown to everybody who has just answered, so it is remembered for some seconds. */
async function repliesAhead(
  ctx: Context,
  key: string,
  find: (waves: readonly WaveRow[], key: string, ctx: Context) => Promise<WaveRow | undefined>,
): Promise<Prepared | null> {
  const memory = remembered.get(ctx.db) ?? new Map()
  remembered.set(ctx.db, memory)
  const found = memory.get(key)
  if (found && found.until > performance.now()) return found.replies
  const wave = await find(await waveBook.findWaves(ctx), key, ctx)
  const row = wave && (await findReplies(ctx, wave._id))
  const replies = wave && row && row.items.length > 0 ? await prepare(ctx, wave, row.items) : null
  memory.set(key, { until: performance.now() + REMEMBERED_MS, replies })
  return replies
}

/** Waves come with the latest first. */
async function findAhead(
  waves: readonly WaveRow[],
  waveId: string,
  ctx: Context,
): Promise<WaveRow | undefined> {
  const own = waves.find(({ _id }) => _id === waveId)
  if (!own || own.kind === 'blind') return undefined
  const isSame = (wave: WaveRow) =>
    own.programmeId === null ? wave.surveyId === own.surveyId : wave.programmeId === own.programmeId
  return waves.find(wave => isSame(wave) && isOver(ctx, wave))
}

async function prepare(ctx: Context, wave: WaveRow, items: readonly WaveReply[]): Promise<Prepared> {
  const { definition } = await asked(ctx, wave)
  const { factors } = await factorsOf(ctx, definition)
  return { items, factors, defaultLanguage: definition.defaultLanguage }
}

/** In the order of the factors; what was done in the own region comes before what was done everywhere. */
function shownReplies(prepared: Prepared | null, regionId: string | null, language: string): ShownReply[] {
  if (!prepared) return []
  const { items, factors, defaultLanguage } = prepared
  const say = (text: LocalText) => textIn(text, language, defaultLanguage)
  return factors.flatMap(({ key, name }, factorIndex) =>
    items
      .filter(one => one.factor === key && (one.regionId === null || one.regionId === regionId))
      .sort((a, b) => Number(a.regionId === null) - Number(b.regionId === null))
      .map(({ said, did, state, on }) => ({
        factor: key,
        factorName: say(name),
        factorIndex,
        said: say(said),
        did: say(did),
        state,
        on,
      }))
      .filter(({ did }) => did !== ''),
  )
}

async function describe(ctx: Context, wave: WaveRow, scope: readonly string[]): Promise<KeptReplies> {
  const [row, { definition }] = await Promise.all([findReplies(ctx, wave._id), asked(ctx, wave)])
  const { factors } = await factorsOf(ctx, definition)
  const { languages, defaultLanguage } = definition
  return {
    waveId: wave._id,
    revision: row?.revision ?? 0,
    items: (row?.items ?? []).filter(({ regionId }) => regionId === null || scope.includes(regionId)),
    savedAt: row?.savedAt.toISOString() ?? null,
    savedBy: row?.savedBy ?? '',
    factors: [...factors],
    regionIds: [...scope],
    languages: [defaultLanguage, ...languages.filter(tag => tag !== defaultLanguage)],
  }
}

async function asked(ctx: Context, { surveyId, version }: WaveRow) {
  const row = await publishedVersion(ctx, surveyId, version)
  if (!row) throw new Error(`version ${version} of survey ${surveyId} is missing`)
  return row
}

async function factorsOf(ctx: Context, { factorModel }: SurveyDefinition) {
  const model = await findFactorModel(ctx, factorModel)
  return { factors: (model?.factors ?? []).map(({ key, name }) => ({ key, name })) }
}

function isOver(ctx: Context, wave: WaveRow): boolean {
  const state = stateOf(ctx, wave)
  return state === 'closed' || state === 'archived'
}

function onlyIn(languages: readonly string[], text: LocalText): LocalText {
  return Object.fromEntries(
    languages.flatMap(tag => {
      const words = text[tag]?.trim()
      return words ? [[tag, words]] : []
    }),
  )
}
