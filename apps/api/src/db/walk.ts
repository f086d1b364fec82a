/** Where a walk through a collection in the order of its ids goes on. */
export interface WalkPlace {
  after: string | null
  limit: number
}

const PART = 500

/** A whole collection in parts, each read after the one before it was dealt with. */
export async function* walk<Row extends { _id: string }, Source>(
  source: Source,
  read: (source: Source, place: WalkPlace) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await read(source, { after, limit: PART })
    if (rows.length > 0) yield rows
    if (rows.length < PART) return
    after = rows.at(-1)?._id ?? null
  }
}
