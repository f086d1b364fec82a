import type { StaffMember } from '@sixfold/contract/staff'
import type { SurveyVersion } from '@sixfold/contract/surveys'
import { can } from '@sixfold/domain/permissions'
import type { JudgedLink } from '@sixfold/domain/results/item-links'
import { ratedItems } from '@sixfold/domain/survey/definition'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { linesBetween, publishedVersion } from '../../surveys/survey-versions/service.ts'
import { findEquivalences, storeEquivalence } from './store.ts'

interface Pair {
  first: SurveyVersion
  second: SurveyVersion
}

/**
 * What was judged of the questions of two versions of different surveys, or of those that they were made from: the nearest judgement
 * counts. It holds as long as a question is the same: reworded, it has to be judged anew. The revision is that of the pair itself.
 */
export async function judgedLinks(
  ctx: Context,
  pair: Pair,
): Promise<{ revision: number; links: JudgedLink[] }> {
  const [first, second] = await Promise.all([lineOf(ctx, pair.first), lineOf(ctx, pair.second)])
  const pairs = first.flatMap((one, near) =>
    second.flatMap((other, far) => (one === other ? [] : [{ one, other, distance: near + far }])),
  )
  const rows = new Map(
    (await findEquivalences(ctx, [...new Set(pairs.map(({ one, other }) => idOf(one, other)))])).map(row => [
      row._id,
      row,
    ]),
  )
  const revision = rows.get(idOf(pair.first.surveyId, pair.second.surveyId))?.revision ?? 0
  const [nearest] = pairs
    .filter(({ one, other }) => rows.has(idOf(one, other)))
    .toSorted((a, b) => a.distance - b.distance)
  const row = nearest && rows.get(idOf(nearest.one, nearest.other))
  if (!nearest || !row) return { revision, links: [] }
  const turned = nearest.one > nearest.other
  const number = (lesser: boolean) => (lesser ? row.versions.first : row.versions.second)
  const [here, there] = await Promise.all([
    carried(ctx, pair.first, { surveyId: nearest.one, number: number(!turned) }),
    carried(ctx, pair.second, { surveyId: nearest.other, number: number(turned) }),
  ])
  const links = row.links.flatMap((link): JudgedLink[] => {
    const [one, other] = [here(turned ? link.second : link.first), there(turned ? link.first : link.second)]
    return one === null || other === null ? [] : [{ first: one, second: other, wording: link.wording }]
  })
  return { revision, links }
}

/** Quarters back that a judgement is looked for. */
const MOST_STEPS = 12

/** The survey itself and those that it was made from, the nearest first. */
async function lineOf(ctx: Context, version: SurveyVersion): Promise<string[]> {
  const surveys = [version.surveyId]
  let step: SurveyVersion | null = version
  for (let n = 0; step?.before && n < MOST_STEPS; n += 1) {
    step = await publishedVersion(ctx, step.before)
    if (step && !surveys.includes(step.surveyId)) surveys.push(step.surveyId)
  }
  return surveys
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
    _id: idOf(first.surveyId, second.surveyId),
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

function idOf(one: string, other: string): string {
  return [one, other].sort().join(' ')
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
  judged: { surveyId: string; number: number },
): Promise<(key: string) => string | null> {
  if (now.surveyId === judged.surveyId && now.number === judged.number) return key => key
  const then = await publishedVersion(ctx, judged)
  if (!then) return () => null
  const isLater = now.surveyId !== judged.surveyId || now.number > judged.number
  const lines = await (isLater ? linesBetween(ctx, then, now) : linesBetween(ctx, now, then))
  const same = Object.entries(lines).flatMap(([key, { change, earlier }]) =>
    change === 'same' && earlier !== null
      ? [isLater ? ([earlier, key] as const) : ([key, earlier] as const)]
      : [],
  )
  const keys = new Map(same)
  return key => keys.get(key) ?? null
}
