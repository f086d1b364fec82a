import type { FactorModel } from '@sixfold/domain/factor-model'
import { presetFactorModels } from '@sixfold/domain/factor-models/presets'

/** The factor models of this installation, the default first. */
export function listFactorModels(): readonly FactorModel[] {
  return presetFactorModels
}

/** The model with this key, or null. */
export function findFactorModel(key: string): FactorModel | null {
  return presetFactorModels.find(model => model.key === key) ?? null
}
