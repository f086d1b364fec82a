import type { Context } from '../../../context.ts'
import { findAgenda } from './store.ts'

export type { AgendaItemRow, AgendaRow } from './store.ts'
export { findAgenda, storeAgenda } from './store.ts'

/** Products that the agenda of an event introduces. */
export async function introducedProducts(ctx: Context, roundtableId: string): Promise<string[]> {
  const items = (await findAgenda(ctx, roundtableId))?.items ?? []
  return [...new Set(items.flatMap(({ productId }) => productId ?? []))]
}
