import type { Context } from '../../../context.ts'
import type { Named } from '../../../db/by-name.ts'
import { byName, namedBy } from '../../../db/by-name.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'

/** Something that the house sells. */
export interface ProductRow extends Named {
  _id: string
  externalId: string
  name: string
  revision: number
  createdBy: string
  createdAt: Date
}

const products = defineCollection<ProductRow>(
  'products',
  {
    _id: String,
    externalId: String,
    name: String,
    revision: Number,
    sortName: String,
    words: [String],
    createdBy: String,
    createdAt: Date,
  },
  [{ fields: { externalId: 1 }, unique: true }, { fields: byName }],
)

export function findProducts(ctx: Context): Promise<ProductRow[]> {
  return products(ctx).find({}).sort(byName).lean<ProductRow[]>().exec()
}

export function findProductsById(ctx: Context, ids: readonly string[]): Promise<ProductRow[]> {
  return products(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<ProductRow[]>()
    .exec()
}

export function findProductsByExternalId(ctx: Context, ids: readonly string[]): Promise<ProductRow[]> {
  return products(ctx)
    .find({ externalId: trusted({ $in: [...ids] }) })
    .lean<ProductRow[]>()
    .exec()
}

/** Null when the external id belongs to another product. */
export async function insertProduct(
  ctx: Context,
  { externalId, ...row }: Pick<ProductRow, 'externalId' | 'name' | 'createdBy'>,
): Promise<ProductRow | null> {
  const _id = newId()
  const full = {
    _id,
    externalId: externalId || _id,
    ...row,
    revision: 1,
    sortName: '',
    words: [],
    ...namedBy(row.name, externalId),
    createdAt: ctx.clock.now(),
  }
  try {
    await products(ctx).create(full)
    return full
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

/** Null when it is no longer at this revision. */
export function updateProduct(
  ctx: Context,
  { _id, externalId, revision }: Pick<ProductRow, '_id' | 'externalId' | 'revision'>,
  { name }: Pick<ProductRow, 'name'>,
): Promise<ProductRow | null> {
  return products(ctx)
    .findOneAndUpdate(
      { _id, revision },
      { $set: { name, ...namedBy(name, externalId), revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<ProductRow>()
    .exec()
}

/** Makes products that a file names; one that somebody made meanwhile stays as it is. */
export async function writeProducts(
  ctx: Context,
  entries: readonly Pick<ProductRow, 'externalId' | 'name'>[],
  createdBy: string,
): Promise<void> {
  const createdAt = ctx.clock.now()
  const rows = entries.map(({ externalId, name }) => ({
    _id: newId(),
    externalId,
    name,
    ...namedBy(name, externalId),
    revision: 1,
    createdBy,
    createdAt,
  }))
  try {
    if (rows.length > 0) await products(ctx).insertMany(rows, { ordered: false })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}
