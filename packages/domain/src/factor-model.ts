import type { LocalText } from './local-text.ts'

/** One attribute of a factor, such as "on time" of Delivery. */
export interface FactorAttribute {
  key: string
  name: LocalText
  /** What a customer rates, as a neutral noun phrase ("Delivery on the agreed day"): it claims nothing, so it leads nobody. */
  statement: LocalText
}

export interface Factor {
  key: string
  name: LocalText
  /** The factor as a whole, as the one overall question puts it ("Our delivery, overall"). */
  overall: LocalText
  attributes: readonly FactorAttribute[]
}

/** A versioned set of the things that make customers satisfied. Data, never code. */
export interface FactorModel {
  key: string
  version: number
  name: LocalText
  source: string
  factors: readonly Factor[]
}

/** A quarterly survey covers exactly this many factors. */
export const QUARTERLY_FACTOR_COUNT = 6

/** What a model may grow to; lengths in characters of one language. */
export const MODEL_LIMITS = { factors: 24, attributes: 30, text: 500, source: 1_000 } as const

/** Whether a quarterly survey can stand on this model; others serve surveys of products and events. */
export function carriesQuarterlySurvey(model: Pick<FactorModel, 'factors'>): boolean {
  return model.factors.length === QUARTERLY_FACTOR_COUNT
}

/**
 * The factor's place in its model, 0-based; it decides hue and shape on every screen. -1 when the model lacks it.
 *
 * @example factorIndex(ibmSix, 'delivery') // 4
 */
export function factorIndex(model: FactorModel, key: string): number {
  return model.factors.findIndex(factor => factor.key === key)
}
