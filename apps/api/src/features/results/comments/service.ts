import type { CommentPage, CommentView } from '@sixfold/contract/comments'
import type { StaffMember } from '@sixfold/contract/staff'
import type { Sought } from '@sixfold/domain/comments/comment-search'
import { matchesSought, soughtByRule, soughtWords } from '@sixfold/domain/comments/comment-search'
import { asksToQuote, commentQuestions } from '@sixfold/domain/comments/comments'
import { factorIndex } from '@sixfold/domain/factor-model'
import { can } from '@sixfold/domain/permissions'
import { only } from '@sixfold/domain/results/shared-coverage'
import { EVERYBODY } from '@sixfold/domain/scoreboard'
import { hiddenSegments } from '@sixfold/domain/scoreboard-disclosure'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import type { CommentQuery, CommentRow } from '../comment-records/service.ts'
import {
  countComments,
  countQuotable,
  findComments,
  gatheringOf,
  storeTag,
} from '../comment-records/service.ts'
import type { CommentTagRow } from '../comment-tags/service.ts'
import { findTag, findTags } from '../comment-tags/service.ts'
import type { CellOption } from '../scoreboards/service.ts'
import { readBoard } from '../scoreboards/service.ts'

const PAGE = 25
const EXAMPLES = 5
/** Counting stops here: nobody needs to know more exactly. */
const MOST_COUNTED = 1000

export interface CommentsAsked {
  id: string
  regionId?: string | undefined
  search?: string | undefined
  factor?: string | undefined
  question?: string | undefined
  tag?: string | undefined
  quotable?: 'yes' | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** What people said in words, as far as this person may see it, in an order of chance. */
export async function readComments(
  ctx: Context,
  actor: StaffMember,
  asked: CommentsAsked,
): Promise<CommentPage> {
  const { cursor, limit = PAGE } = asked
  const place = await placeOf(ctx, actor, asked)
  const { empty, state } = place
  if (state !== 'ready') return { ...empty, state }
  const rules = rulesOf(await findTags(ctx))
  const { search, factor, question, tag } = asked
  const query: CommentQuery = {
    ...place.query,
    ...{ factor, question },
    quotable: asked.quotable === 'yes' ? true : undefined,
    words: soughtWords(search ?? ''),
  }
  const chosen = rules.find(rule => rule.id === tag)
  if (tag !== undefined && !chosen) throw new AppError('not_found')
  const narrowed = chosen ? { ...query, tag: chosen } : query
  const rows = await findComments(ctx, narrowed, { after: cursor ?? null, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  await noteReading(ctx, actor, asked.id)
  return {
    ...empty,
    state,
    found: await countUpTo(ctx, narrowed),
    items: shown.map(row => toView(row, { rules, unnamed: place.unnamed })),
    next: rows.length > limit ? (shown.at(-1)?._id ?? null) : null,
    tags: await Promise.all(
      rules.map(async rule => ({
        id: rule.id,
        name: rule.name,
        ...(await countUpTo(ctx, { ...query, tag: rule })),
      })),
    ),
  }
}

/**
 * What may be quoted outside the house: answers to questions to which enough people who agreed to be quoted said something, also
 * where regions are taken from everybody. The reader is nobody of the house, so nothing is noted of the maker.
 */
export async function readQuotes(
  ctx: Context,
  maker: StaffMember,
  asked: { id: string; regionId?: string | undefined; limit: number; minimumCell: number },
): Promise<Pick<CommentPage, 'items' | 'factors'>> {
  const { query, state, empty, unnamed } = await placeOf(ctx, maker, asked)
  if (state !== 'ready') return { items: [], factors: [] }
  const segment = asked.regionId === undefined ? EVERYBODY : `region:${asked.regionId}`
  const counts = await countQuotable(ctx, asked.id)
  const questions = [...new Set(counts.map(({ question }) => question))].filter(question => {
    const said = counts.filter(one => one.question === question)
    const everybody = said.reduce((sum, { count }) => sum + count, 0)
    const regions = said.flatMap(({ regionId, count }) =>
      regionId === null ? [] : [[`region:${regionId}`, only(count)] as const],
    )
    const board = Object.fromEntries([...regions, [EVERYBODY, only(everybody)] as const])
    const spoke = (of: { responses: number } | undefined) => of?.responses ?? 0
    const hidden = hiddenSegments({ board, validOf: spoke, minimumCell: empty.minimumCell })
    return segment in board && !hidden.has(segment)
  })
  const first = { after: null, limit: asked.limit }
  const found = await Promise.all(
    questions.map(question => findComments(ctx, { ...query, question, quotable: true }, first)),
  )
  const rows = found.flat().sort((a, b) => (a._id < b._id ? -1 : 1))
  return {
    items: rows.slice(0, asked.limit).map(row => toView(row, { rules: [], unnamed })),
    factors: empty.factors,
  }
}

/** Tags a comment by hand, or takes a tag off; a rule does not bring that one back. */
export async function tagComment(
  ctx: Context,
  actor: StaffMember,
  { id, commentId, tagId, on }: { id: string; commentId: string; tagId: string; on: boolean },
): Promise<CommentView> {
  const { query, state, unnamed } = await placeOf(ctx, actor, { id })
  if (state !== 'ready') throw new AppError('not_found')
  const [row] = await findComments(ctx, { ...query, id: commentId }, { after: null, limit: 1 })
  if (!row || !can(actor, 'comment.tag', { regionId: row.regionId })) throw new AppError('not_found')
  if (!(await findTag(ctx, tagId))) throw new AppError('not_found')
  const tagged = await storeTag(ctx, commentId, { tagId, on })
  if (!tagged) throw new AppError('not_found')
  return toView(tagged, { rules: rulesOf(await findTags(ctx)), unnamed })
}

/** What a rule would find, before anybody keeps it. */
export async function tryRule(
  ctx: Context,
  actor: StaffMember,
  { rule, ...asked }: { id: string; regionId?: string | undefined; rule: string },
) {
  const { query, state, unnamed } = await placeOf(ctx, actor, asked)
  if (state !== 'ready') return { found: { count: 0, more: false }, examples: [] }
  const sought = { ...query, sought: soughtByRule(rule) }
  const rows = await findComments(ctx, sought, { after: null, limit: EXAMPLES })
  await noteReading(ctx, actor, asked.id)
  return {
    found: await countUpTo(ctx, sought),
    examples: rows.map(row => toView(row, { rules: [], unnamed })),
  }
}

/** Which comments of a wave somebody may see; what the page says of them besides. */
async function placeOf(
  ctx: Context,
  actor: StaffMember,
  { id, regionId, minimumCell: atLeast }: { id: string; regionId?: string | undefined } & CellOption,
) {
  if (!can(actor, 'comment.read', { regionId: regionId ?? null })) throw new AppError('not_found')
  const { wave, version, board, revision, segment, minimumCell, inSteps, readsAnswers } = await readBoard(
    ctx,
    actor,
    {
      id,
      regionId,
      minimumCell: atLeast,
    },
  )
  const { definition } = version
  const model = await findFactorModel(ctx, definition.factorModel)
  const questions = commentQuestions(definition)
  const unnamed = hiddenSegments({ board, validOf: counts => counts?.responses ?? 0, minimumCell })
  const isLarge = (board[segment]?.responses ?? 0) >= minimumCell && !unnamed.has(segment)
  const { ready, outdated } =
    questions.length > 0 && isLarge && !inSteps
      ? await gatheringOf(ctx, id, revision)
      : { ready: false, outdated: false }
  const isNamed = (region: string) => !unnamed.has(`region:${region}`)
  // Whoever works for some regions sees theirs, as far as those may be told apart.
  const own = actor.regions === 'all' ? null : actor.regions.filter(isNamed)
  const query: CommentQuery = { waveId: id, regionIds: regionId === undefined ? own : [regionId] }
  const factors = new Set(questions.map(({ factor }) => factor))
  const empty: CommentPage = {
    waveId: wave.id,
    state: 'none',
    minimumCell,
    outdated,
    found: { count: 0, more: false },
    items: [],
    next: null,
    questions: questions.map(({ question }) => ({ id: question.id, text: question.text })),
    factors: (model?.factors ?? [])
      .filter(({ key }) => factors.has(key))
      .map(({ key, name }) => ({ key, name, index: model ? factorIndex(model, key) : 0 })),
    tags: [],
    asksConsent: asksToQuote(definition),
  }
  return {
    query,
    unnamed,
    empty,
    state: stateOf({
      asks: questions.length > 0,
      inSteps,
      isLarge,
      ready: ready && (readsAnswers || !outdated),
    }),
  }
}

function stateOf(of: {
  asks: boolean
  inSteps: boolean
  isLarge: boolean
  ready: boolean
}): CommentPage['state'] {
  if (!of.asks) return 'none'
  if (of.inSteps) return 'until_closed'
  if (!of.isLarge) return 'suppressed'
  return of.ready ? 'ready' : 'coming'
}

interface Rule {
  id: string
  name: string
  sought: Sought
}

function rulesOf(tags: readonly CommentTagRow[]): Rule[] {
  return tags.map(({ _id: id, name, rule }) => ({ id, name, sought: soughtByRule(rule) }))
}

function toView(
  row: CommentRow,
  { rules, unnamed }: { rules: readonly Rule[]; unnamed: ReadonlySet<string> },
): CommentView {
  const { _id: id, question, factor, parts, language, quotable, regionId } = row
  return {
    ...{ id, question, factor, parts, language, quotable },
    regionId: regionId !== null && !unnamed.has(`region:${regionId}`) ? regionId : null,
    tags: rules.flatMap((rule): CommentView['tags'] => {
      if (row.tags.includes(rule.id)) return [{ id: rule.id, name: rule.name, by: 'hand' }]
      const found = !row.untagged.includes(rule.id) && matchesSought(row, rule.sought)
      return found ? [{ id: rule.id, name: rule.name, by: 'rule' }] : []
    }),
  }
}

async function countUpTo(ctx: Context, query: CommentQuery) {
  const count = await countComments(ctx, query, MOST_COUNTED + 1)
  return { count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED }
}

/** Who has read the comments of a wave is noted once a day by each process, not with every word of a search (law 7). */
async function noteReading(ctx: Context, actor: StaffMember, waveId: string): Promise<void> {
  const day = ctx.clock.now().toISOString().slice(0, 10)
  const noted = readings.get(ctx.db) ?? new Map<string, string>()
  readings.set(ctx.db, noted)
  const key = `${actor.id} ${waveId}`
  if (noted.get(key) === day) return
  noted.set(key, day)
  await record(ctx, actor, 'comments.read', `wave:${waveId}`)
}

const readings = new WeakMap<Context['db'], Map<string, string>>()
