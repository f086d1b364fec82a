export type { SheetRow, StudyFields, StudyRow } from './store.ts'
export {
  countStudiesBy,
  findSheets,
  findStudies,
  findStudy,
  insertStudy,
  namedInStudies,
  saveSheet,
  updateStudy,
} from './store.ts'
