import type { ImportRun } from '@sixfold/contract/imports'
import type { StaffMember } from '@sixfold/contract/staff'
import { uiLanguageFor } from '@sixfold/contract/words'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import type { ImportRow, KeptFault } from './store.ts'
import { findImport } from './store.ts'
import { groupWord, importWords } from './words.ts'

/** Somebody sees the imports they started; an administrator of all regions sees everybody's. */
export function seesAllImports(actor: StaffMember): boolean {
  return actor.role === 'administrator' && actor.regions === 'all'
}

export function maySeeImport(actor: StaffMember, run: Pick<ImportRow, 'startedBy'>): boolean {
  return can(actor, 'customers.import') && (seesAllImports(actor) || run.startedBy === actor.id)
}

export async function mayFollowImport(ctx: Context, actor: StaffMember, id: string): Promise<boolean> {
  const run = await findImport(ctx, id)
  return run !== null && maySeeImport(actor, run)
}

/** Tells those who watch an import how far it is. */
export function announce(ctx: Context, run: ImportRow): void {
  ctx.live.announce({ kind: 'import', id: run._id }, 'import:changed', toImportRun(run, run.language))
}

/** An import as the contract shows it, its reasons in the reader's language. */
export function toImportRun(run: ImportRow, language: string): ImportRun {
  const {
    _id: id,
    faults,
    faultGroups: groups,
    startedAt,
    finishedAt,
    regionIds: _r,
    startedBy: _s,
    attempt: _a,
    language: _l,
    ...rest
  } = run
  const say = importWords(uiLanguageFor(language))
  return {
    id,
    // Imports from before deals could be imported have no such counts.
    ...{ dealsCreated: 0, dealsUpdated: 0 },
    ...rest,
    faults: faults.map(fault => ({
      line: fault.line,
      column: fault.column,
      value: fault.value.slice(0, 200),
      reason: sayFault(say, fault),
    })),
    faultGroups: groups.map(({ column, value, fault, count, firstLine }) => ({
      column,
      value: value === null ? null : value.slice(0, 200),
      reason: say(groupWord(fault), { column }),
      count,
      firstLine,
    })),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}

/** A fault's reason in words. */
export function sayFault(
  say: ReturnType<typeof importWords>,
  { fault, column, otherLine }: KeptFault,
): string {
  return say(fault, { column, otherLine: otherLine ?? 0 })
}
