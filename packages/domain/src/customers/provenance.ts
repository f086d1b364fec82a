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

/** Values for some of the fields. */
export type Changes<Fields> = { [Field in keyof Fields]?: Fields[Field] | undefined }

/**
 * What of a change is new: the fields whose value differs from what is stored.
 *
 * @example realChanges({ name: 'Lan', languages: ['vi'] }, { name: 'Lan', languages: ['vi', 'en'] }) // { languages: ['vi', 'en'] }
 */
export function realChanges<Fields extends object>(
  stored: Fields,
  changes: Changes<Fields>,
): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([field, value]) =>
        value !== undefined && JSON.stringify(value) !== JSON.stringify(stored[field as keyof Fields]),
    ),
  ) as Partial<Fields>
}

/**
 * Origins after somebody changed fields and confirmed others as they stand. Who changes a field vouches for it; who confirms
 * it leaves its source, and a field without one gets theirs.
 *
 * @example originsAfter({}, { changed: ['email'], verified: [] }, { source: 'staff:7', at }).email // { source: 'staff:7', at, verifiedAt: at }
 */
export function originsAfter<Field extends string>(
  provenance: Provenance<Field>,
  { changed, verified }: { changed: readonly Field[]; verified: readonly Field[] },
  { source, at }: { source: string; at: Date },
): Provenance<Field> {
  const confirmed = verified.filter(field => !changed.includes(field))
  return {
    ...provenance,
    ...(Object.fromEntries(
      confirmed.map(field => [field, { ...(provenance[field] ?? { source, at }), verifiedAt: at }]),
    ) as Provenance<Field>),
    ...originsOf(changed, { source, at, verifiedAt: at }),
  }
}

/**
 * The fields that say something: those that are neither empty nor unknown.
 *
 * @example givenFields({ name: 'Lan', role: '', phone: null, channels: [] }) // ['name']
 */
export function givenFields<Fields extends object>(fields: Fields): (keyof Fields & string)[] {
  return (Object.keys(fields) as (keyof Fields & string)[]).filter(field => {
    const value: unknown = fields[field]
    return (
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
    )
  })
}
