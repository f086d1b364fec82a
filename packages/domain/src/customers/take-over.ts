import type { FieldMark, FieldOrigin, Provenance } from './provenance.ts'

/** What is stored of a thing: its fields, where they come from, and what cannot be true of them. */
export interface StoredFields<Fields> {
  fields: Fields
  provenance: Provenance<keyof Fields & string>
  marks: readonly FieldMark[]
}

export interface TakenOver<Fields> {
  /** What changes. */
  fields: Partial<Fields>
  provenance: Provenance<keyof Fields & string>
  /** All marks that hold now, contradictions among them. */
  marks: FieldMark[]
}

/**
 * What becomes of a thing when a source says something about it. A value that a person has verified is never overwritten: what
 * contradicts it is kept beside it as a mark, until the source agrees or somebody settles it. A value that stays keeps its origin.
 *
 * @example
 * takeOver(
 *   { fields: { phone: '1' }, provenance: { phone: { source: 'staff:1', at, verifiedAt: at } }, marks: [] },
 *   { phone: '2' },
 *   { source: 'import:7', at },
 * ) // { fields: {}, provenance: {}, marks: [{ field: 'phone', code: 'contradicts_verified', value: '2', source: 'import:7' }] }
 */
export function takeOver<Fields extends object>(
  stored: StoredFields<Fields>,
  said: Partial<Fields>,
  from: Omit<FieldOrigin, 'verifiedAt'>,
): TakenOver<Fields> {
  const fields: Partial<Fields> = {}
  const provenance: Provenance = {}
  const marks = new Map(
    stored.marks.flatMap(mark => (mark.code === CONTRADICTS ? [[mark.field, mark] as const] : [])),
  )
  for (const field of Object.keys(said) as (keyof Fields & string)[]) {
    const value = said[field]
    const origin = stored.provenance[field]
    if (value === undefined) continue
    if (isSame(value, stored.fields[field])) {
      marks.delete(field)
      if (!origin) provenance[field] = { ...from, verifiedAt: null }
    } else if (origin?.verifiedAt)
      marks.set(field, { field, code: CONTRADICTS, value: shown(value), source: from.source })
    else {
      fields[field] = value
      provenance[field] = { ...from, verifiedAt: null }
    }
  }
  return { fields, provenance: provenance as TakenOver<Fields>['provenance'], marks: [...marks.values()] }
}

const CONTRADICTS = 'contradicts_verified'

const shown = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value))

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((one, at) => one === b[at])
}
