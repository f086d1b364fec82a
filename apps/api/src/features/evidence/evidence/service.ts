import type { EvidenceView } from '@sixfold/contract/evidence'
import type { StaffMember } from '@sixfold/contract/staff'
import type { MappedAccount } from '@sixfold/domain/evidence/evidence-map'
import { evidenceMap, REGIONAL_SOURCES } from '@sixfold/domain/evidence/evidence-map'
import type { FactorModel } from '@sixfold/domain/factor-model'
import { can } from '@sixfold/domain/permissions'
import type { FiscalCalendar, Quarter } from '@sixfold/domain/quarter'
import { addQuarters, compareQuarters, parseQuarter, quarterOf, quarterRange } from '@sixfold/domain/quarter'
import { resolveWallTime, wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import type { AccountRow } from '../../customers/accounts/service.ts'
import { ownRegions, walkAccounts } from '../../customers/accounts/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { isBeingCounted } from '../../results/answer-evidence/service.ts'
import { factorNamed, heardWave } from '../../roundtables/event-answers/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import { evidenceSources } from './sources.ts'

const QUARTERS_SHOWN = 8

/** What was heard in a quarter in the regions of the caller, and where it was silent. */
export async function readEvidence(
  ctx: Context,
  actor: StaffMember,
  { quarter: asked }: { quarter?: string | undefined },
): Promise<EvidenceView> {
  if (!can(actor, 'scoreboard.read')) throw new AppError('not_found')
  const [{ zone, fiscalStartMonth, minimumCell }, regions] = await Promise.all([
    readOrganisation(ctx),
    listRegions(ctx),
  ])
  const calendar: FiscalCalendar = { startMonth: fiscalStartMonth, yearNaming: 'start' }
  const current = quarterOf(wallTimeIn(ctx.clock.now(), zone).date, calendar)
  const quarter = asked === undefined ? current : parseQuarter(asked)
  if (!quarter) throw new AppError('invalid_input')
  const own = ownRegions(actor, undefined)
  const seen = own === null ? regions : regions.filter(({ _id }) => own.includes(_id))
  const regionIds = seen.map(({ _id }) => _id)
  const { from, until } = quarterRange(quarter, calendar)
  const beginning = (date: string) => resolveWallTime({ date, time: '00:00', zone }).instant
  const period = { quarter, from: beginning(from), to: beginning(until), regionIds }
  const [model, accounts, counting, heard] = await Promise.all([
    modelOf(ctx, quarter),
    accountsOf(ctx, regionIds),
    isBeingCounted(ctx, quarter),
    Promise.all(evidenceSources.map(source => source(ctx, period))),
  ])
  const factors = model?.factors.map(({ key }) => key) ?? []
  const map = evidenceMap({ evidence: heard.flat(), accounts, regions: regionIds, factors, minimumCell })
  await record(ctx, actor, 'evidence.read', 'evidence', `${quarter.year}-Q${quarter.quarter}`)
  const silentIn = new Map(map.silent.map(({ regionId, ...silent }) => [regionId, silent]))
  return {
    quarter,
    counting,
    quarters: Array.from({ length: QUARTERS_SHOWN }, (_, back) => addQuarters(current, -back)),
    minimumCell,
    factors: factors.map(key => factorNamed(model, key)),
    regions: seen.map(({ _id: id, name }) => ({
      id,
      name,
      silent: silentIn.get(id) ?? { accounts: 0, of: 0, revenueShare: null },
    })),
    cells: map.cells.flatMap(({ source, ...cell }) => {
      const regional = REGIONAL_SOURCES.find(known => known === source)
      return regional ? [{ ...cell, source: regional }] : []
    }),
    blind: map.blind,
    unheard: map.unheard,
  }
}

/** The factors that the quarterly survey asked about then; before there was one, those of the first. */
async function modelOf(ctx: Context, quarter: Quarter): Promise<FactorModel | null> {
  const rows = (await waveBook.findWaves(ctx))
    .filter(({ kind }) => kind === 'quarterly')
    .sort((one, other) => compareQuarters(one.quarter, other.quarter))
  const row = rows.findLast(one => compareQuarters(one.quarter, quarter) <= 0) ?? rows[0]
  return row ? ((await heardWave(ctx, row))?.model ?? null) : null
}

const WALK = 1000

/** Those that bought: who never did is not silent. */
async function accountsOf(ctx: Context, regionIds: readonly string[]): Promise<MappedAccount[]> {
  const found: MappedAccount[] = []
  for (let after: string | null = null; ; ) {
    const rows: AccountRow[] = await walkAccounts(ctx, { after, limit: WALK })
    for (const { _id: id, kind, regionId, annualRevenue } of rows)
      if (kind === 'existing' && regionIds.includes(regionId))
        found.push({ id, regionId, revenue: annualRevenue ?? null })
    after = rows.length < WALK ? null : (rows.at(-1)?._id ?? null)
    if (after === null) return found
  }
}
