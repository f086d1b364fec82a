export type { InterviewRow } from './store.ts'
export {
  deleteInterviewsOf,
  findInterview,
  findInterviewsOf,
  findInterviewsWith,
  handOverInterviews,
  insertInterview,
  updateInterview,
} from './store.ts'
