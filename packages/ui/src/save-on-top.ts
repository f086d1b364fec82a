import { type Changes, realChanges } from '@sixfold/domain/customers/provenance'
import { ApiError } from './api-error.ts'

/** Somebody changed the very fields that were changed here. */
export class Clash<Stored> extends ApiError {
  readonly current: Stored
  readonly clashing: readonly (keyof Stored & string)[]

  constructor(current: Stored, clashing: readonly (keyof Stored & string)[]) {
    super({ code: 'revision_conflict', message: '', requestId: null })
    this.current = current
    this.clashing = clashing
  }
}

interface Save<Stored, Fields, Result> {
  /** What was on the screen. */
  base: Stored
  /** What is to be different from it. */
  changes: Changes<Fields>
  send: (revision: number) => Promise<Result>
  /** What stands now, from the data of a refusal. */
  readCurrent: (data: unknown) => Stored | undefined
}

/**
 * Saves changes of something that others may have changed meanwhile: other fields of theirs are left as they are, the same
 * fields are the person's to decide.
 *
 * @throws Clash with what stands now
 */
export async function saveOnTop<Stored extends Fields & { revision: number }, Fields extends object, Result>({
  base,
  changes,
  send,
  readCurrent,
}: Save<Stored, Fields, Result>): Promise<Result> {
  try {
    return await send(base.revision)
  } catch (error) {
    const current =
      error instanceof ApiError && error.code === 'revision_conflict' ? readCurrent(error.data) : undefined
    if (!current) throw error
    const clashing = clashes<Stored, Fields>(base, current, changes)
    if (clashing.length > 0) throw new Clash(current, clashing)
    return saveOnTop({ base: current, changes, send, readCurrent })
  }
}

/** The fields that both sides gave a value of their own. */
export function clashes<Stored extends Fields, Fields extends object>(
  base: Stored,
  current: Stored,
  changes: Changes<Fields>,
): (keyof Stored & string)[] {
  const mine = realChanges<Fields>(current, changes)
  return (Object.keys(mine) as (keyof Stored & string)[]).filter(
    field => JSON.stringify(base[field]) !== JSON.stringify(current[field]),
  )
}
