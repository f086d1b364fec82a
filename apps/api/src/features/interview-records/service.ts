export type { InterviewRow } from './store.ts'
export {
  deleteInterviewsOf,
  findInterview,
  findInterviewsOf,
  handOverInterviews,
  insertInterview,
  updateInterview,
} from './store.ts'
