import type { Quarter } from '@sixfold/domain/quarter'
import { compareQuarters } from '@sixfold/domain/quarter'
import { factorReader, scaleCounts } from '@sixfold/domain/scoreboard'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import type { AccountAnswer } from '@sixfold/domain/timeline/account-scores'
import { accountScores, halvesUntil } from '@sixfold/domain/timeline/account-scores'
import type { Context } from '../../../context.ts'
import { findResponses } from '../../answering/responses/service.ts'
import type { HeardWave } from '../../roundtables/event-answers/service.ts'
import { factorNamed, heardWave } from '../../roundtables/event-answers/service.ts'
import { findInvitationsOfAccount } from '../../waves/invitations/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import { readCounts } from '../scoreboards/service.ts'

const HALVES = 4

/**
 * How the people of an account judge the factors of the latest quarterly survey in their region. An answer belongs to the account that
 * was asked, whoever moves or merges later: else two looks would tell what those said who came or went in between.
 */
export async function scoresOf(
  ctx: Context,
  { accountId, regionId }: { accountId: string; regionId: string },
  { quarter, minimumCell }: { quarter: Quarter; minimumCell: number },
) {
  const first = halvesUntil(quarter, HALVES)[0]?.from ?? quarter
  const rows = (await waveBook.findWaves(ctx)).filter(
    row =>
      row.kind === 'quarterly' &&
      row.regionIds.includes(regionId) &&
      compareQuarters(row.quarter, first) >= 0 &&
      compareQuarters(row.quarter, quarter) <= 0,
  )
  rows.sort((one, other) => compareQuarters(one.quarter, other.quarter))
  const waves = (await Promise.all(rows.map(row => heardWave(ctx, row)))).filter(wave => wave !== null)
  const model = waves.at(-1)?.model
  if (!model) return []
  const factors = model.factors.map(({ key }) => key)
  const answers = (
    await Promise.all(waves.map(wave => answersTo(ctx, wave, { accountId, regionId, factors })))
  ).flat()
  const region = await countsOfRegion(ctx, waves, regionId)
  const scores = accountScores({
    answers,
    factors,
    quarter,
    halves: HALVES,
    minimumCell,
    others: (factor, { from, to }) => {
      const inHalf = (one: Quarter) => compareQuarters(from, one) <= 0 && compareQuarters(one, to) <= 0
      const own = answers.filter(one => inHalf(one.quarter) && one.verdicts[factor] !== undefined).length
      const all = region.filter(one => inHalf(one.quarter)).reduce((sum, one) => sum + one.rated(factor), 0)
      return Math.max(0, all - own)
    },
  })
  return scores.map(({ factor, points }) => ({ factor: factorNamed(model, factor), points }))
}

async function answersTo(
  ctx: Context,
  { row, definition }: HeardWave,
  { factors, ...place }: { accountId: string; regionId: string; factors: readonly string[] },
): Promise<AccountAnswer[]> {
  const invitations = await findInvitationsOfAccount(ctx, row._id, place)
  const contactOf = new Map(invitations.map(({ _id, contactId }) => [_id, contactId]))
  const readers = factors.map(key => ({ key, read: factorReader(definition, key) }))
  const responses = await findResponses(ctx, [...contactOf.keys()])
  return responses.flatMap(({ _id, state, submittedAt, answers }) => {
    if (state !== 'submitted' || submittedAt === null) return []
    const given = givenAnswers(answers)
    const verdicts = readers.flatMap(({ key, read }) => {
      const verdict = read(given)
      return typeof verdict === 'number' ? [[key, verdict] as const] : []
    })
    return [
      {
        contactId: contactOf.get(_id) ?? '',
        quarter: row.quarter,
        at: submittedAt,
        verdicts: Object.fromEntries(verdicts),
      },
    ]
  })
}

/** How many of the region rated each factor, by wave. */
function countsOfRegion(ctx: Context, waves: readonly HeardWave[], regionId: string) {
  return Promise.all(
    waves.map(async ({ row }) => {
      const counts = (await readCounts(ctx, row._id))[`region:${regionId}`]?.factors ?? {}
      return {
        quarter: row.quarter,
        rated: (factor: string) => scaleCounts(counts[factor] ?? []).reduce((sum, n) => sum + n, 0),
      }
    }),
  )
}
