import {
  changeDueRow,
  countDueRows,
  countEnded,
  findCalledOf,
  findDueRows,
  findLook,
  findOpenOf,
  findUnseen,
  listDueRows,
  listPlannedRows,
  listReadyRows,
  noteSeen,
  storeDueRows,
  storeLook,
} from './store.ts'

export type {
  CallAttempt,
  CallerSearch,
  DuePlace,
  DueRow,
  DueSearch,
  LookRow,
} from './store.ts'
export { eraseFromDue, handOverDue, moveDue } from './store.ts'

/** What the daily look, lists, reports and calls need of the stored things. */
export const dueBook = {
  changeDueRow,
  countDueRows,
  countEnded,
  findCalledOf,
  findDueRows,
  findLook,
  findOpenOf,
  findUnseen,
  listDueRows,
  listPlannedRows,
  listReadyRows,
  noteSeen,
  storeDueRows,
  storeLook,
}
