import { collectionPlans } from './collection-plans.ts'
import { contactLedger } from './contact-ledger.ts'
import { customers, imports } from './customers.ts'
import { factorModels } from './factor-models.ts'
import { files } from './files.ts'
import { audit, jobs, outbox } from './operations.ts'
import { questionLibrary } from './question-library.ts'
import { responses } from './responses.ts'
import { results } from './results.ts'
import { reviews } from './reviews.ts'
import { roundtables } from './roundtables.ts'
import { passwordResets, session, setup, staff } from './staff.ts'
import { surveyImports } from './survey-imports.ts'
import { surveys } from './surveys.ts'
import { scoreboards, waves } from './waves.ts'

/** Everything the API answers to. Server, clients, forms and the OpenAPI document all derive from it. */
export const contract = {
  session,
  setup,
  passwordResets,
  staff,
  customers,
  contactLedger,
  imports,
  factorModels,
  surveys,
  surveyImports,
  questionLibrary,
  collectionPlans,
  reviews,
  waves,
  scoreboards,
  results,
  responses,
  files,
  roundtables,
  outbox,
  jobs,
  audit,
}

export type Contract = typeof contract
