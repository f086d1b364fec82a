import { accountSilences } from './account-silences.ts'
import { actions } from './actions.ts'
import { afterwards } from './afterwards.ts'
import { agendas } from './agendas.ts'
import { apiKeys } from './api-keys.ts'
import { blind } from './blind.ts'
import { cadence } from './cadence-rules.ts'
import { calendarFeeds } from './calendar-feeds.ts'
import { calendarReplies } from './calendar-replies.ts'
import { callRequests } from './call-requests.ts'
import { callDesks, calls } from './calls.ts'
import { caseReplies } from './case-replies.ts'
import { caseRules } from './case-rules.ts'
import { caseSettingsContract } from './case-settings.ts'
import { caseSteps } from './case-steps.ts'
import { cases } from './cases.ts'
import { collectionPlans } from './collection-plans.ts'
import { comments } from './comments.ts'
import { comparisons } from './comparisons.ts'
import { competitors } from './competitors.ts'
import { contactLedger } from './contact-ledger.ts'
import { contactPolicy } from './contact-policy.ts'
import { customers } from './customers.ts'
import { dataRequests } from './data-requests.ts'
import { datePolls } from './date-polls.ts'
import { dateProposals } from './date-proposals.ts'
import { deals } from './deals.ts'
import { driverReports } from './driver-reports.ts'
import { due } from './due.ts'
import { duplicates } from './duplicates.ts'
import { eventApprovals } from './event-approvals.ts'
import { evidence } from './evidence.ts'
import { evidenceLinks } from './evidence-links.ts'
import { factorModels } from './factor-models.ts'
import { files } from './files.ts'
import { findings } from './findings.ts'
import { guestChoice } from './guest-choice.ts'
import { imports } from './imports.ts'
import { installations, products } from './installations.ts'
import { liveRooms } from './live-rooms.ts'
import { minutes } from './minutes.ts'
import { myDay } from './my-day.ts'
import { openLinks } from './open-links.ts'
import { audit, jobs, outbox } from './operations.ts'
import { privacyNotices } from './privacy-notices.ts'
import { programmes } from './programmes.ts'
import { questionLibrary } from './question-library.ts'
import { regionCalendars } from './region-calendars.ts'
import { reportLinks } from './report-links.ts'
import { reportSchedules } from './report-schedules.ts'
import { reports } from './reports.ts'
import { requirements } from './requirements.ts'
import { responseQuality } from './response-quality.ts'
import { responses } from './responses.ts'
import { resultWeights } from './result-weights.ts'
import { results } from './results.ts'
import { reviews } from './reviews.ts'
import { roundtables } from './roundtables.ts'
import { seats } from './seats.ts'
import { speakers } from './speakers.ts'
import { passwordResets, session, setup, staff } from './staff.ts'
import { studies } from './studies.ts'
import { surveyImports } from './survey-imports.ts'
import { surveys } from './surveys.ts'
import { rivalries, tablePlans } from './table-plans.ts'
import { tasks } from './tasks.ts'
import { timelines } from './timelines.ts'
import { wavePreviews } from './wave-previews.ts'
import { waveReplies } from './wave-replies.ts'
import { scoreboards, waves } from './waves.ts'
import { webhooks } from './webhooks.ts'

/** Everything the API answers to. Server, clients, forms and the OpenAPI document all derive from it. */
export const contract = {
  session,
  apiKeys,
  webhooks,
  setup,
  passwordResets,
  staff,
  customers,
  contactLedger,
  products,
  installations,
  driverReports,
  findings,
  due,
  calls,
  callDesks,
  contactPolicy,
  regionCalendars,
  accountSilences,
  imports,
  duplicates,
  evidence,
  factorModels,
  surveys,
  surveyImports,
  questionLibrary,
  collectionPlans,
  privacyNotices,
  reviews,
  programmes,
  waves,
  wavePreviews,
  waveReplies,
  openLinks,
  scoreboards,
  blind,
  resultWeights,
  results,
  comments,
  comparisons,
  evidenceLinks,
  competitors,
  deals,
  studies,
  responses,
  responseQuality,
  files,
  roundtables,
  tablePlans,
  rivalries,
  seats,
  cadence,
  dateProposals,
  speakers,
  eventApprovals,
  datePolls,
  guestChoice,
  agendas,
  afterwards,
  calendarReplies,
  calendarFeeds,
  reports,
  reportLinks,
  reportSchedules,
  requirements,
  actions,
  liveRooms,
  minutes,
  callRequests,
  dataRequests,
  myDay,
  tasks,
  timelines,
  caseSettings: caseSettingsContract,
  caseSteps,
  cases,
  caseReplies,
  caseRules,
  outbox,
  jobs,
  audit,
}

export type Contract = typeof contract
