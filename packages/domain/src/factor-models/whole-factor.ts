import type { Factor } from '../factor-model.ts'

/** A factor of a product model: rated as a whole, without attributes. `name` and `overall` are [English, Vietnamese]. */
export function wholeFactor(key: string, name: [string, string], overall: [string, string]): Factor {
  return {
    key,
    name: { en: name[0], vi: name[1] },
    overall: { en: overall[0], vi: overall[1] },
    attributes: [],
  }
}
