export type { AfterwardsRow } from './store.ts'
export { findAfterwards, storeAfterwards } from './store.ts'
