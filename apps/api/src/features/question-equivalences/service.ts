import type { StaffMember } from '@sixfold/contract/staff'
import type { SurveyVersion } from '@sixfold/contract/surveys'
import { can } from '@sixfold/domain/permissions'
import type { JudgedLink } from '@sixfold/domain/results/item-links'
import { ratedItems } from '@sixfold/domain/survey/definition'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { record } from '../audit/service.ts'
import { linesBetween, publishedVersion } from '../survey-versions/service.ts'
import { findEquivalence, storeEquivalence } from './store.ts'

interface Pair {
  first: SurveyVersion
  second: SurveyVersion
}

/**
 * What was judged of the questions of two versions of different surveys. A judgement holds for other versions as long as the question is
 * the same there: reworded, it has to be judged anew.
 */
export async function judgedLinks(
  ctx: Context,
  pair: Pair,
): Promise<{ revision: number; links: JudgedLink[] }> {
  const turned = pair.first.surveyId > pair.second.surveyId
  const row = await findEquivalence(ctx, idOf(pair))
  if (!row) return { revision: 0, links: [] }
  const [first, second] = await Promise.all([
    carried(ctx, turned ? pair.second : pair.first, row.versions.first),
    carried(ctx, turned ? pair.first : pair.second, row.versions.second),
  ])
  const links = row.links.flatMap((link): JudgedLink[] => {
    const [one, other] = [first(link.first), second(link.second)]
    if (one === null || other === null) return []
    return [
      { ...(turned ? { first: other, second: one } : { first: one, second: other }), wording: link.wording },
    ]
  })
  return { revision: row.revision, links }
}

export interface Judgement {
  first: { surveyId: string; version: number }
  second: { surveyId: string; version: number }
  revision: number
  links: readonly JudgedLink[]
}

/** Keeps what somebody judged, in place of what was judged before. */
export async function judge(
  ctx: Context,
  actor: StaffMember,
  { first, second, revision, links }: Judgement,
): Promise<{ revision: number }> {
  if (!can(actor, 'survey.edit', { regionId: null })) throw new AppError('not_found')
  const [one, other] = await Promise.all(
    [first, second].map(({ surveyId, version }) => publishedVersion(ctx, { surveyId, number: version })),
  )
  if (!one || !other) throw new AppError('not_found')
  // What became of the questions of one survey is said by the authors of its versions (law 1).
  if (first.surveyId === second.surveyId) throw new AppError('wrong_state')
  requireItems(
    one,
    links.map(link => link.first),
    'first',
  )
  requireItems(
    other,
    links.map(link => link.second),
    'second',
  )
  const turned = first.surveyId > second.surveyId
  const stored = await storeEquivalence(ctx, {
    _id: idOf({ first: one, second: other }),
    revision,
    versions: turned
      ? { first: second.version, second: first.version }
      : { first: first.version, second: second.version },
    links: links.map(link =>
      turned ? { first: link.second, second: link.first, wording: link.wording } : { ...link },
    ),
    savedAt: ctx.clock.now(),
    savedBy: actor.name,
  })
  if (!stored) throw new AppError('revision_conflict')
  await record(
    ctx,
    actor,
    'equivalences.judged',
    `survey:${first.surveyId}`,
    `${links.length} with ${second.surveyId}`,
  )
  return { revision: revision + 1 }
}

function idOf({ first, second }: Pair): string {
  return [first.surveyId, second.surveyId].sort().join(' ')
}

/** Every question is there, and stands for one other. */
function requireItems({ definition }: SurveyVersion, keys: readonly string[], of: 'first' | 'second'): void {
  const known = new Set(ratedItems(definition).map(({ key }) => key))
  const at = keys.findIndex((key, n) => !known.has(key) || keys.indexOf(key) !== n)
  if (at >= 0)
    throw new AppError('invalid_input', { fields: [{ path: `links.${at}.${of}`, message: keys[at] ?? '' }] })
}

/** Under which key a question of the judged version is asked in this one; null: not in the same words any more. */
async function carried(
  ctx: Context,
  now: SurveyVersion,
  judged: number,
): Promise<(key: string) => string | null> {
  if (now.number === judged) return key => key
  const then = await publishedVersion(ctx, { surveyId: now.surveyId, number: judged })
  if (!then) return () => null
  const isLater = now.number > judged
  const lines = await (isLater ? linesBetween(ctx, then, now) : linesBetween(ctx, now, then))
  const same = Object.entries(lines).flatMap(([key, { change, earlier }]) =>
    change === 'same' && earlier !== null
      ? [isLater ? ([earlier, key] as const) : ([key, earlier] as const)]
      : [],
  )
  const keys = new Map(same)
  return key => keys.get(key) ?? null
}
