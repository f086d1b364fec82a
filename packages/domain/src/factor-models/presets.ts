import type { FactorModel } from '../factor-model.ts'
import { cuprimdso } from './cuprimdso.ts'
import { eventModel } from './event.ts'
import { furps } from './furps.ts'
import { ibmSix } from './ibm-six.ts'

/** The factor models that ship, the default first. */
export const presetFactorModels: readonly FactorModel[] = [ibmSix, cuprimdso, furps, eventModel]
