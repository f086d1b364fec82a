export type { RuleChange, RuleRow, TrialRow } from './store.ts'
export {
  changeRule,
  changeTrial,
  claimOpening,
  countOpenings,
  deleteOlderTrials,
  deleteRule,
  findLastTrials,
  findRule,
  findRules,
  findTrial,
  insertRule,
  insertTrial,
} from './store.ts'
