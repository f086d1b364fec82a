import type { Product } from '@sixfold/contract/installations'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { sourceOf } from '../accounts/service.ts'
import type { ProductRow } from './store.ts'
import { findProductsById, insertProduct, updateProduct } from './store.ts'

export type { ProductRow } from './store.ts'
export { findProducts, findProductsByExternalId, findProductsById, writeProducts } from './store.ts'

export async function createProduct(
  ctx: Context,
  actor: StaffMember,
  { name, externalId }: { name: string; externalId: string },
): Promise<Product> {
  if (!can(actor, 'products.edit', { regionId: null })) throw new AppError('not_found')
  const row = await insertProduct(ctx, { name, externalId, createdBy: sourceOf(actor) })
  if (!row) throw new AppError('already_exists')
  await record(ctx, actor, 'product.created', `product:${row._id}`)
  return toProduct(row)
}

export async function changeProduct(
  ctx: Context,
  actor: StaffMember,
  { id, revision, name }: { id: string; revision: number; name: string },
): Promise<Product> {
  const [stored] = await findProductsById(ctx, [id])
  if (!stored || !can(actor, 'products.edit', { regionId: null })) throw new AppError('not_found')
  const row = await updateProduct(ctx, { ...stored, revision }, { name })
  if (!row) throw new AppError('revision_conflict', { data: { current: toProduct(stored) } })
  await record(ctx, actor, 'product.changed', `product:${id}`)
  return toProduct(row)
}

export function toProduct({ _id: id, externalId, name, revision }: ProductRow): Product {
  return { id, externalId, name, revision }
}
