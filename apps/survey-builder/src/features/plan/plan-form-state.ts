import type { PlanContent } from '@sixfold/contract/collection-plans'
import type { ContractFormState } from '@sixfold/ui/parts/form'

/** The form of a plan, as its parts take it. */
export type PlanFormState = ContractFormState<PlanContent, PlanContent>['form']
export type PlanControl = PlanFormState['control']
