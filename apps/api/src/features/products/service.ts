import { findProductsByExternalId, findProductsById, writeProducts } from './store.ts'

export type { ProductRow } from './store.ts'
export { findProducts, findProductsById } from './store.ts'

/** What an import asks before it writes, and what makes products for tests. */
export const productBooks = { findProductsByExternalId, findProductsById, writeProducts }
