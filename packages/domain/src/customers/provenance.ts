/** Where the value of one field comes from. */
export interface FieldOrigin {
  /** `staff:<id>`, `import:<id>`, `contact` when the person said so, `demonstration`. */
  source: string
  /** When the value came. */
  at: Date
  /** When somebody last made sure that it is true; null: nobody did. */
  verifiedAt: Date | null
}

/** The origin of each field that has a value; fields that were never given are absent. */
export type Provenance<Field extends string = string> = Partial<Record<Field, FieldOrigin>>

/** A value that cannot be true, with who says it. */
export interface FieldMark {
  field: string
  /** Why it cannot be true. */
  code: string
  value: string
  source: string
}

/**
 * Each origin by a path of its own, as an update sets it: the origins of other fields stay.
 *
 * @example originPaths({ email: origin }) // { 'provenance.email': origin }
 */
export function originPaths(provenance: Provenance = {}): Record<string, FieldOrigin> {
  return Object.fromEntries(
    Object.entries(provenance).flatMap(([field, origin]) =>
      origin ? [[`provenance.${field}`, origin]] : [],
    ),
  )
}

/** The same origin for several fields. */
export function originsOf<Field extends string>(
  fields: readonly Field[],
  origin: FieldOrigin,
): Provenance<Field> {
  return Object.fromEntries(fields.map(field => [field, origin])) as Provenance<Field>
}
