// Designs of samples: how they are divided, estimated from and weighted. One name for what stands in several files.
export { allocate } from './allocation.ts'
export { clusterMean } from './clusters.ts'
export { postStratify, rake } from './post-weights.ts'
export { stratifiedMean, stratifiedProportion } from './strata.ts'
export { kishDesignEffect } from './weights.ts'
