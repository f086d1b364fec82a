import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '@sixfold/api/context'
import { seededRandom, shuffle } from '@sixfold/domain/random'

/**
 * Somebody with the whole database who wants to know whose answers are whose. Tries every order there is on the side of the
 * people against every order on the side of the answers, and looks for values that stand on both sides.
 */

export type Row = Record<string, unknown>
export type Dump = ReadonlyMap<string, readonly Row[]>

/** All documents, each collection in the order in which the database gives it by itself. */
export async function dumpDatabase({ db }: Pick<Context, 'db'>): Promise<Dump> {
  const collections = await db.connection.listCollections()
  const dump = new Map<string, Row[]>()
  for (const { name } of collections)
    dump.set(name, (await db.connection.collection(name).find({}).toArray()) as unknown as Row[])
  return dump
}

/** The files of the embedded database as bytes; empty where a MongoDB is used. */
export function readDatabaseFiles({ db }: Pick<Context, 'db'>): Buffer {
  const folder = db.embeddedDir
  if (!folder) return Buffer.alloc(0)
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter(file => file.isFile())
  return Buffer.concat(files.map(({ parentPath, name }) => readFileSync(join(parentPath, name))))
}

/** One value for each thing, all of one kind, by which they can be put in an order. */
type Key = readonly (number | string)[]

/**
 * Every order that documents can be put in: by their place in the collection, their size, each of their fields, and the place of
 * their id in the files. `rows` are one for each thing, in the order of the things.
 */
export function ordersOf(
  rows: readonly Row[],
  collection: readonly Row[],
  files: Buffer,
  leaveOut: readonly string[] = [],
): Map<string, Key> {
  const orders = new Map<string, Key>()
  orders.set(
    'place',
    rows.map(row => collection.indexOf(row)),
  )
  orders.set(
    'size',
    rows.map(row => JSON.stringify(row).length),
  )
  const ids = rows.map(row => String(row._id))
  orders.set(
    'first place in files',
    ids.map(id => files.indexOf(id)),
  )
  orders.set(
    'last place in files',
    ids.map(id => files.lastIndexOf(id)),
  )
  const leaves = rows.map(row => new Map(leavesOf(row)))
  for (const path of new Set(leaves.flatMap(leaf => [...leaf.keys()])))
    if (!leaveOut.some(start => path.startsWith(start)))
      orders.set(
        path,
        leaves.map(leaf => leaf.get(path) ?? ''),
      )
  return orders
}

/** Each order of each collection that mentions all of these people, by any of their marks. */
export function ordersOfPeople(
  dump: Dump,
  people: readonly (readonly string[])[],
  files: Buffer,
  leaveOut: readonly string[],
): Map<string, Key> {
  const orders = new Map<string, Key>()
  for (const [name, collection] of dump) {
    if (leaveOut.includes(name)) continue
    const written = collection.map(row => JSON.stringify(row))
    const rows = people.map(
      marks => collection[written.findIndex(text => marks.some(mark => text.includes(mark)))],
    )
    if (!rows.every(row => row !== undefined)) continue
    for (const [path, key] of ordersOf(rows, collection, files)) orders.set(`${name} ${path}`, key)
  }
  return orders
}

export interface Finding {
  /** The two orders that agree best, and how well: 1 is the same order. */
  orders: [string, string]
  agreement: number
  /** How often chance does as well, over all pairs of orders together. */
  chance: number
}

const SHUFFLES = 4_000

/** How much better than chance the best pair of orders matches things on one side with those on the other: the nth with the nth. */
export function bestMatch(ours: ReadonlyMap<string, Key>, theirs: ReadonlyMap<string, Key>): Finding {
  const left = ranked(ours)
  const right = ranked(theirs)
  const best = { orders: ['', ''] as [string, string], agreement: 0 }
  for (const [ourName, a] of left)
    for (const [theirName, b] of right) {
      const agreement = Math.abs(product(a, b))
      if (agreement > best.agreement) Object.assign(best, { orders: [ourName, theirName], agreement })
    }
  const random = seededRandom('curious administrator')
  const places = [...(left.values().next().value ?? []).keys()]
  let asGood = 0
  for (let round = 0; round < SHUFFLES; round += 1) {
    const order = shuffle(places, random)
    const shuffled = [...right.values()].map(b => order.map(place => b[place] ?? 0))
    const reaches = shuffled.some(b =>
      [...left.values()].some(a => Math.abs(product(a, b)) >= best.agreement - 1e-9),
    )
    if (reaches) asGood += 1
  }
  return { ...best, chance: (asGood + 1) / (SHUFFLES + 1) }
}

/** Values that stand with some of the answers, but not with all, and on the side of the people as well. */
export function sharedValues(answers: readonly Row[], elsewhere: string): string[] {
  const sets = answers.map(row => new Set(leavesOf(row).map(([, value]) => String(value))))
  const all = new Set(sets.flatMap(set => [...set]))
  return [...all].filter(
    value => value.length >= 6 && !sets.every(set => set.has(value)) && elsewhere.includes(value),
  )
}

function leavesOf(value: unknown, path = ''): [string, number | string][] {
  if (value instanceof Date) return [[path, value.getTime()]]
  if (typeof value === 'number' || typeof value === 'string') return [[path, value]]
  if (typeof value === 'boolean') return [[path, Number(value)]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, path ? `${path}.${name}` : name))
}

/** Orders as ranks around 0 with length 1, so that a product is Spearman's correlation; those that tell nothing apart are left out. */
function ranked(keys: ReadonlyMap<string, Key>): Map<string, number[]> {
  const result = new Map<string, number[]>()
  for (const [name, key] of keys) {
    if (new Set(key).size < 2) continue
    const sorted = key.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    const ranks = key.map(value => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2)
    const middle = (key.length - 1) / 2
    const length = Math.hypot(...ranks.map(rank => rank - middle))
    result.set(
      name,
      ranks.map(rank => (rank - middle) / length),
    )
  }
  return result
}

function product(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
