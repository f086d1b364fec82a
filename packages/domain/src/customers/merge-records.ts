import type { Provenance } from './provenance.ts'

/**
 * What the record that stays takes over from another one: the fields in `take`, and whatever it knows nothing of itself.
 * Fields on which the two differ are settled by this choice, so they count as verified from then on.
 *
 * @example
 * mergedFields(
 *   { name: 'Lan', phone: null, provenance: {} },
 *   { name: 'Trần Thị Lan', phone: '1', provenance: {} },
 *   { fields: ['name', 'phone'], take: ['name'], at },
 * ).fields // { name: 'Trần Thị Lan', phone: '1' }
 */
export function mergedFields<
  Field extends string,
  Row extends Record<Field, unknown> & { provenance: Provenance },
>(
  kept: Row,
  dropped: Row,
  choice: { fields: readonly Field[]; take: readonly string[]; at: Date },
): { fields: Partial<Pick<Row, Field>>; provenance: Row['provenance'] } {
  const fields: Partial<Pick<Row, Field>> = {}
  const provenance: Provenance = { ...kept.provenance }
  for (const field of choice.fields) {
    if (JSON.stringify(kept[field]) === JSON.stringify(dropped[field])) continue
    const isTaken = choice.take.includes(field)
    if (isTaken || (isBlank(kept[field]) && !isBlank(dropped[field]))) {
      fields[field] = dropped[field]
      const origin = dropped.provenance[field]
      if (origin) provenance[field] = isTaken ? { ...origin, verifiedAt: choice.at } : origin
      else delete provenance[field]
    } else if (!isBlank(dropped[field])) {
      const origin = kept.provenance[field]
      if (origin) provenance[field] = { ...origin, verifiedAt: choice.at }
    }
  }
  return { fields, provenance: provenance as Row['provenance'] }
}

const isBlank = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
