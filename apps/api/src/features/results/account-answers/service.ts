import { setImmediate as breathe } from 'node:timers/promises'
import type { Quarter } from '@sixfold/domain/quarter'
import { factorReader, factorsOf } from '@sixfold/domain/scoreboard'
import { isComparable } from '@sixfold/domain/scoreboard-view'
import type { Context } from '../../../context.ts'
import { countedResponses } from '../../answering/responses/service.ts'
import { linesBetween, publishedVersion } from '../../surveys/survey-versions/service.ts'
import { findInvitationsById } from '../../waves/invitations/service.ts'
import type { WaveRow } from '../../waves/wave-records/service.ts'
import { stateOf, waveBook } from '../../waves/wave-records/service.ts'

const AT_ONCE = 500

/** What one person of an account said of the factors, 1 to 5. */
export interface AccountAnswer {
  accountId: string
  contactId: string
  regionId: string
  factors: Readonly<Record<string, number>>
}

export interface AnsweredWave {
  id: string
  quarter: Quarter
  regionIds: readonly string[]
  opensAt: Date
  closesAt: Date
  /** Of these the wave asked in the words of the latest one (law 1). */
  factors: readonly string[]
  answers: readonly AccountAnswer[]
}

/**
 * The closed waves of the quarterly survey with what each account's people said, the earliest first: for work on groups of accounts,
 * nothing of it is shown by itself. Blind answers have no account and are not among them.
 */
export async function answeredWaves(ctx: Context, most: number): Promise<AnsweredWave[]> {
  const rows = (await waveBook.findWaves(ctx))
    .filter(row => row.kind === 'quarterly' && ['closed', 'archived'].includes(stateOf(ctx, row)))
    .toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
    .slice(-most)
  const latest = rows.at(-1)
  const now = latest && (await versionOf(ctx, latest))
  if (!now) return []
  const waves: AnsweredWave[] = []
  for (const row of rows) {
    const version = await versionOf(ctx, row)
    if (!version || version.definition.factorModel.key !== now.definition.factorModel.key) continue
    const lines = await linesBetween(ctx, version, now)
    const factors = factorsOf(now.definition).filter(factor =>
      isComparable(version.definition, now.definition, factor, lines),
    )
    const readers = factors.map(factor => ({ factor, read: factorReader(version.definition, factor) }))
    const { _id: id, quarter, regionIds, opensAt, closesAt } = row
    waves.push({
      id,
      quarter,
      regionIds,
      opensAt,
      closesAt,
      factors,
      answers: await answersOf(ctx, id, readers),
    })
  }
  return waves
}

function versionOf(ctx: Context, { surveyId, version: number }: Pick<WaveRow, 'surveyId' | 'version'>) {
  return publishedVersion(ctx, { surveyId, number })
}

async function answersOf(
  ctx: Context,
  waveId: string,
  readers: readonly { factor: string; read: ReturnType<typeof factorReader> }[],
): Promise<AccountAnswer[]> {
  const found: AccountAnswer[] = []
  for (let after: string | null = null; ; ) {
    const page = await countedResponses(ctx, waveId, { after, limit: AT_ONCE })
    const invitations = new Map(
      (
        await findInvitationsById(
          ctx,
          page.map(({ id }) => id),
        )
      ).map(one => [one._id, one]),
    )
    for (const { id, answers } of page) {
      const invitation = invitations.get(id)
      // Whoever was erased, or came by an open link, belongs to no account.
      if (!invitation) continue
      const factors = Object.fromEntries(
        readers.flatMap(({ factor, read }) => {
          const verdict = read(answers)
          return typeof verdict === 'number' ? [[factor, verdict]] : []
        }),
      )
      const { accountId, contactId, regionId } = invitation
      found.push({ accountId, contactId, regionId, factors })
    }
    after = page.at(-1)?.id ?? null
    if (after === null) return found
    // Customers go first.
    await breathe()
  }
}
