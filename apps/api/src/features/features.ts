import type { AnyProcedure, AnyRouter } from '@orpc/server'
import type { ProcedureMeta } from '@sixfold/contract/common'
import { forAnybody } from '../http/procedures.ts'
import { blindBallotsFeature } from './answering/blind-ballots/routes.ts'
import { openLinksFeature } from './answering/open-links/routes.ts'
import { ownPageFeature } from './answering/own-page/routes.ts'
import { quotasFeature } from './answering/quotas/routes.ts'
import { respondFeature } from './answering/respond/routes.ts'
import { responseQualityFeature } from './answering/response-quality/routes.ts'
import { callDesksFeature } from './calls/call-desks/routes.ts'
import { callRequestsFeature } from './calls/call-requests/routes.ts'
import { callsFeature } from './calls/calls/routes.ts'
import { dueFeature } from './calls/due/routes.ts'
import { dueListsFeature } from './calls/due-lists/routes.ts'
import { caseRepliesFeature } from './cases/case-replies/routes.ts'
import { caseRulesFeature } from './cases/case-rules/routes.ts'
import { caseSettingsFeature } from './cases/case-settings/routes.ts'
import { caseStepsFeature } from './cases/case-steps/routes.ts'
import { caseVerdictsFeature } from './cases/case-verdicts/routes.ts'
import { caseWatchFeature } from './cases/case-watch/routes.ts'
import { casesFeature } from './cases/cases/routes.ts'
import { myDayFeature } from './cases/my-day/routes.ts'
import { ruleOpeningsFeature } from './cases/rule-openings/routes.ts'
import { ruleTrialsFeature } from './cases/rule-trials/routes.ts'
import { statementCasesFeature } from './cases/statement-cases/routes.ts'
import { tasksFeature } from './cases/tasks/routes.ts'
import { accountSilencesFeature } from './contact-policy/account-silences/routes.ts'
import { contactLedgerFeature } from './contact-policy/contact-ledger/routes.ts'
import { contactOutlookFeature } from './contact-policy/contact-outlook/routes.ts'
import { contactPolicyFeature } from './contact-policy/contact-policy/routes.ts'
import { contactStandingFeature } from './contact-policy/contact-standing/routes.ts'
import { mailReturnsFeature } from './contact-policy/mail-returns/routes.ts'
import { regionCalendarsFeature } from './contact-policy/region-calendars/routes.ts'
import { accountOutlinesFeature } from './customers/account-outlines/routes.ts'
import { contactRecordsFeature } from './customers/contact-records/routes.ts'
import { contactsFeature } from './customers/contacts/routes.ts'
import { customersFeature } from './customers/customers/routes.ts'
import { duplicatesFeature } from './customers/duplicates/routes.ts'
import { installationsFeature } from './customers/installations/routes.ts'
import { productsFeature } from './customers/products/routes.ts'
import { timelinesFeature } from './customers/timelines/routes.ts'
import { competitorsFeature } from './evidence/competitors/routes.ts'
import { dealInterviewsFeature } from './evidence/deal-interviews/routes.ts'
import { dealRatesFeature } from './evidence/deal-rates/routes.ts'
import { dealsFeature } from './evidence/deals/routes.ts'
import { evidenceFeature } from './evidence/evidence/routes.ts'
import { evidenceLinksFeature } from './evidence/evidence-links/routes.ts'
import { rivalriesFeature } from './evidence/rivalries/routes.ts'
import { studiesFeature } from './evidence/studies/routes.ts'
import { studyFilesFeature } from './evidence/study-files/routes.ts'
import type { Feature } from './feature.ts'
import { calendarFeedsFeature } from './guests/calendar-feeds/routes.ts'
import { calendarRepliesFeature } from './guests/calendar-replies/routes.ts'
import { eventInvitationsFeature } from './guests/event-invitations/routes.ts'
import { eventRemindersFeature } from './guests/event-reminders/routes.ts'
import { guestChoiceFeature } from './guests/guest-choice/routes.ts'
import { replyReviewsFeature } from './guests/reply-reviews/routes.ts'
import { rsvpFeature } from './guests/rsvp/routes.ts'
import { seatDeskFeature } from './guests/seat-desk/routes.ts'
import { tablePlansFeature } from './guests/table-plans/routes.ts'
import { apiKeysFeature } from './house/api-keys/routes.ts'
import { auditFeature } from './house/audit/routes.ts'
import { filesFeature } from './house/files/routes.ts'
import { importsFeature } from './house/imports/routes.ts'
import { jobsFeature } from './house/jobs/routes.ts'
import { outboxFeature } from './house/outbox/routes.ts'
import { passwordResetsFeature } from './house/password-resets/routes.ts'
import { staffFeature } from './house/staff/routes.ts'
import { webhooksFeature } from './house/webhooks/routes.ts'
import { liveRoomsFeature } from './live/live-rooms/routes.ts'
import { dataRequestsFeature } from './privacy/data-requests/routes.ts'
import { erasuresFeature } from './privacy/erasures/routes.ts'
import { ownDataFeature } from './privacy/own-data/routes.ts'
import { privacyNoticesFeature } from './privacy/privacy-notices/routes.ts'
import { retentionFeature } from './privacy/retention/routes.ts'
import { requirementMergesFeature } from './requirements/requirement-merges/routes.ts'
import { requirementNotesFeature } from './requirements/requirement-notes/routes.ts'
import { requirementsFeature } from './requirements/requirements/routes.ts'
import { answerEvidenceFeature } from './results/answer-evidence/routes.ts'
import { commentTagsFeature } from './results/comment-tags/routes.ts'
import { commentsFeature } from './results/comments/routes.ts'
import { comparisonChoicesFeature } from './results/comparison-choices/routes.ts'
import { comparisonsFeature } from './results/comparisons/routes.ts'
import { driverReportsFeature } from './results/driver-reports/routes.ts'
import { findingsFeature } from './results/findings/routes.ts'
import { pairedWavesFeature } from './results/paired-waves/routes.ts'
import { questionEquivalencesFeature } from './results/question-equivalences/routes.ts'
import { reportLinksFeature } from './results/report-links/routes.ts'
import { reportSchedulesFeature } from './results/report-schedules/routes.ts'
import { reportsFeature } from './results/reports/routes.ts'
import { responseExportsFeature } from './results/response-exports/routes.ts'
import { resultGroupsFeature } from './results/result-groups/routes.ts'
import { resultsFeature } from './results/results/routes.ts'
import { scoreboardsFeature } from './results/scoreboards/routes.ts'
import { waveEstimatingFeature } from './results/wave-estimating/routes.ts'
import { waveRepliesFeature } from './results/wave-replies/routes.ts'
import { actionsFeature } from './roundtables/actions/routes.ts'
import { afterwardsFeature } from './roundtables/afterwards/routes.ts'
import { agendasFeature } from './roundtables/agendas/routes.ts'
import { cadenceFeature } from './roundtables/cadence/routes.ts'
import { cadenceRulesFeature } from './roundtables/cadence-rules/routes.ts'
import { datePollsFeature } from './roundtables/date-polls/routes.ts'
import { dateProposalsFeature } from './roundtables/date-proposals/routes.ts'
import { eventApprovalsFeature } from './roundtables/event-approvals/routes.ts'
import { eventPlansFeature } from './roundtables/event-plans/routes.ts'
import { eventUpkeepFeature } from './roundtables/event-upkeep/routes.ts'
import { minutesFeature } from './roundtables/minutes/routes.ts'
import { minutesFilesFeature } from './roundtables/minutes-files/routes.ts'
import { pollBallotsFeature } from './roundtables/poll-ballots/routes.ts'
import { roundtablesFeature } from './roundtables/roundtables/routes.ts'
import { speakerTimesFeature } from './roundtables/speaker-times/routes.ts'
import { factorModelsFeature } from './surveys/factor-models/routes.ts'
import { planningFeature } from './surveys/planning/routes.ts'
import { questionLibraryFeature } from './surveys/question-library/routes.ts'
import { reviewsFeature } from './surveys/reviews/routes.ts'
import { surveyImportsFeature } from './surveys/survey-imports/routes.ts'
import { surveysFeature } from './surveys/surveys/routes.ts'
import { blindSettingsFeature } from './waves/blind-settings/routes.ts'
import { nextWavesFeature } from './waves/next-waves/routes.ts'
import { programmesFeature } from './waves/programmes/routes.ts'
import { waveDraftsFeature } from './waves/wave-drafts/routes.ts'
import { wavePreviewsFeature } from './waves/wave-previews/routes.ts'
import { wavesFeature } from './waves/waves/routes.ts'

/** Every feature of the API: one line each. */
const all = [
  accountOutlinesFeature,
  accountSilencesFeature,
  answerEvidenceFeature,
  apiKeysFeature,
  actionsFeature,
  afterwardsFeature,
  agendasFeature,
  auditFeature,
  blindBallotsFeature,
  blindSettingsFeature,
  cadenceFeature,
  cadenceRulesFeature,
  dateProposalsFeature,
  eventApprovalsFeature,
  speakerTimesFeature,
  calendarFeedsFeature,
  calendarRepliesFeature,
  callRequestsFeature,
  callDesksFeature,
  callsFeature,
  caseSettingsFeature,
  caseStepsFeature,
  caseVerdictsFeature,
  caseWatchFeature,
  caseRepliesFeature,
  caseRulesFeature,
  casesFeature,
  commentsFeature,
  commentTagsFeature,
  comparisonChoicesFeature,
  comparisonsFeature,
  competitorsFeature,
  contactLedgerFeature,
  contactOutlookFeature,
  contactPolicyFeature,
  contactRecordsFeature,
  contactStandingFeature,
  contactsFeature,
  customersFeature,
  dataRequestsFeature,
  datePollsFeature,
  dealInterviewsFeature,
  dealRatesFeature,
  dealsFeature,
  driverReportsFeature,
  dueFeature,
  dueListsFeature,
  duplicatesFeature,
  erasuresFeature,
  eventInvitationsFeature,
  eventPlansFeature,
  eventRemindersFeature,
  eventUpkeepFeature,
  evidenceLinksFeature,
  evidenceFeature,
  factorModelsFeature,
  filesFeature,
  findingsFeature,
  guestChoiceFeature,
  importsFeature,
  installationsFeature,
  jobsFeature,
  liveRoomsFeature,
  mailReturnsFeature,
  minutesFeature,
  minutesFilesFeature,
  myDayFeature,
  nextWavesFeature,
  openLinksFeature,
  outboxFeature,
  ownDataFeature,
  ownPageFeature,
  pairedWavesFeature,
  passwordResetsFeature,
  planningFeature,
  pollBallotsFeature,
  privacyNoticesFeature,
  productsFeature,
  programmesFeature,
  questionEquivalencesFeature,
  questionLibraryFeature,
  quotasFeature,
  regionCalendarsFeature,
  replyReviewsFeature,
  requirementMergesFeature,
  requirementNotesFeature,
  reportLinksFeature,
  reportSchedulesFeature,
  reportsFeature,
  requirementsFeature,
  respondFeature,
  responseExportsFeature,
  responseQualityFeature,
  resultGroupsFeature,
  resultsFeature,
  retentionFeature,
  reviewsFeature,
  rivalriesFeature,
  roundtablesFeature,
  rsvpFeature,
  ruleOpeningsFeature,
  ruleTrialsFeature,
  scoreboardsFeature,
  seatDeskFeature,
  staffFeature,
  studiesFeature,
  studyFilesFeature,
  statementCasesFeature,
  surveyImportsFeature,
  surveysFeature,
  tablePlansFeature,
  tasksFeature,
  timelinesFeature,
  waveDraftsFeature,
  wavePreviewsFeature,
  waveEstimatingFeature,
  waveRepliesFeature,
  wavesFeature,
  webhooksFeature,
] as const

export const features: readonly Feature<unknown>[] = all

/** Of a feature without procedures, such as one that only works on jobs: nothing. */
type RoutesOf<F> = F extends Feature<infer Routes> ? (unknown extends Routes ? never : Routes) : never
type Merged<Union> = (Union extends unknown ? (part: Union) => void : never) extends (
  whole: infer Whole,
) => void
  ? Whole
  : never

/** All procedures; a procedure of the contract that no feature implements fails the type check here. */
const router = forAnybody.router(mergedRoutes() as Merged<RoutesOf<(typeof all)[number]>>)

/** The procedures of the parts that a process serves; the others do not exist there. */
export function routerFor(parts: ReadonlySet<string>): AnyRouter {
  const nouns = Object.entries(router as unknown as Record<string, Record<string, AnyProcedure>>)
  return Object.fromEntries(
    nouns.map(([noun, procedures]) => [
      noun,
      Object.fromEntries(Object.entries(procedures).filter(([, procedure]) => parts.has(partOf(procedure)))),
    ]),
  )
}

function partOf(procedure: AnyProcedure): ProcedureMeta['part'] {
  return (procedure['~orpc'].meta as ProcedureMeta).part
}

/** Several features may share a noun of the contract, such as staff and guests of one round table. */
function mergedRoutes(): Record<string, unknown> {
  const merged: Record<string, object> = {}
  for (const { routes } of features as readonly Feature<Record<string, object>>[])
    for (const [noun, procedures] of Object.entries(routes ?? {}))
      merged[noun] = { ...merged[noun], ...procedures }
  return merged
}

export const jobHandlers = Object.assign({}, ...features.map(feature => feature.jobs)) as NonNullable<
  Feature['jobs']
>

export const topicRules = Object.assign({}, ...features.map(feature => feature.topics)) as NonNullable<
  Feature['topics']
>
