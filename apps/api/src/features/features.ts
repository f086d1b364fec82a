import type { AnyProcedure, AnyRouter } from '@orpc/server'
import type { ProcedureMeta } from '@sixfold/contract/common'
import { forAnybody } from '../http/procedures.ts'
import { accountOutlinesFeature } from './account-outlines/routes.ts'
import { accountSilencesFeature } from './account-silences/routes.ts'
import { actionsFeature } from './actions/routes.ts'
import { afterwardsFeature } from './afterwards/routes.ts'
import { agendasFeature } from './agendas/routes.ts'
import { answerEvidenceFeature } from './answer-evidence/routes.ts'
import { apiKeysFeature } from './api-keys/routes.ts'
import { auditFeature } from './audit/routes.ts'
import { blindBallotsFeature } from './blind-ballots/routes.ts'
import { blindSettingsFeature } from './blind-settings/routes.ts'
import { cadenceFeature } from './cadence/routes.ts'
import { cadenceRulesFeature } from './cadence-rules/routes.ts'
import { calendarFeedsFeature } from './calendar-feeds/routes.ts'
import { calendarRepliesFeature } from './calendar-replies/routes.ts'
import { callDesksFeature } from './call-desks/routes.ts'
import { callRequestsFeature } from './call-requests/routes.ts'
import { callsFeature } from './calls/routes.ts'
import { caseRepliesFeature } from './case-replies/routes.ts'
import { caseRulesFeature } from './case-rules/routes.ts'
import { caseSettingsFeature } from './case-settings/routes.ts'
import { caseStepsFeature } from './case-steps/routes.ts'
import { caseVerdictsFeature } from './case-verdicts/routes.ts'
import { caseWatchFeature } from './case-watch/routes.ts'
import { casesFeature } from './cases/routes.ts'
import { commentTagsFeature } from './comment-tags/routes.ts'
import { commentsFeature } from './comments/routes.ts'
import { comparisonChoicesFeature } from './comparison-choices/routes.ts'
import { comparisonsFeature } from './comparisons/routes.ts'
import { competitorsFeature } from './competitors/routes.ts'
import { contactLedgerFeature } from './contact-ledger/routes.ts'
import { contactOutlookFeature } from './contact-outlook/routes.ts'
import { contactPolicyFeature } from './contact-policy/routes.ts'
import { contactRecordsFeature } from './contact-records/routes.ts'
import { contactStandingFeature } from './contact-standing/routes.ts'
import { contactsFeature } from './contacts/routes.ts'
import { customersFeature } from './customers/routes.ts'
import { dataRequestsFeature } from './data-requests/routes.ts'
import { datePollsFeature } from './date-polls/routes.ts'
import { dateProposalsFeature } from './date-proposals/routes.ts'
import { dealInterviewsFeature } from './deal-interviews/routes.ts'
import { dealRatesFeature } from './deal-rates/routes.ts'
import { dealsFeature } from './deals/routes.ts'
import { driverReportsFeature } from './driver-reports/routes.ts'
import { dueFeature } from './due/routes.ts'
import { dueListsFeature } from './due-lists/routes.ts'
import { duplicatesFeature } from './duplicates/routes.ts'
import { erasuresFeature } from './erasures/routes.ts'
import { eventApprovalsFeature } from './event-approvals/routes.ts'
import { eventInvitationsFeature } from './event-invitations/routes.ts'
import { eventPlansFeature } from './event-plans/routes.ts'
import { eventRemindersFeature } from './event-reminders/routes.ts'
import { eventUpkeepFeature } from './event-upkeep/routes.ts'
import { evidenceFeature } from './evidence/routes.ts'
import { evidenceLinksFeature } from './evidence-links/routes.ts'
import { factorModelsFeature } from './factor-models/routes.ts'
import type { Feature } from './feature.ts'
import { filesFeature } from './files/routes.ts'
import { findingsFeature } from './findings/routes.ts'
import { guestChoiceFeature } from './guest-choice/routes.ts'
import { importsFeature } from './imports/routes.ts'
import { installationsFeature } from './installations/routes.ts'
import { jobsFeature } from './jobs/routes.ts'
import { liveRoomsFeature } from './live-rooms/routes.ts'
import { mailReturnsFeature } from './mail-returns/routes.ts'
import { minutesFeature } from './minutes/routes.ts'
import { minutesFilesFeature } from './minutes-files/routes.ts'
import { myDayFeature } from './my-day/routes.ts'
import { nextWavesFeature } from './next-waves/routes.ts'
import { openLinksFeature } from './open-links/routes.ts'
import { outboxFeature } from './outbox/routes.ts'
import { ownDataFeature } from './own-data/routes.ts'
import { ownPageFeature } from './own-page/routes.ts'
import { passwordResetsFeature } from './password-resets/routes.ts'
import { planningFeature } from './planning/routes.ts'
import { pollBallotsFeature } from './poll-ballots/routes.ts'
import { privacyNoticesFeature } from './privacy-notices/routes.ts'
import { productsFeature } from './products/routes.ts'
import { programmesFeature } from './programmes/routes.ts'
import { questionEquivalencesFeature } from './question-equivalences/routes.ts'
import { questionLibraryFeature } from './question-library/routes.ts'
import { quotasFeature } from './quotas/routes.ts'
import { regionCalendarsFeature } from './region-calendars/routes.ts'
import { replyReviewsFeature } from './reply-reviews/routes.ts'
import { reportLinksFeature } from './report-links/routes.ts'
import { reportSchedulesFeature } from './report-schedules/routes.ts'
import { reportsFeature } from './reports/routes.ts'
import { requirementMergesFeature } from './requirement-merges/routes.ts'
import { requirementNotesFeature } from './requirement-notes/routes.ts'
import { requirementsFeature } from './requirements/routes.ts'
import { respondFeature } from './respond/routes.ts'
import { responseExportsFeature } from './response-exports/routes.ts'
import { responseQualityFeature } from './response-quality/routes.ts'
import { resultGroupsFeature } from './result-groups/routes.ts'
import { resultsFeature } from './results/routes.ts'
import { retentionFeature } from './retention/routes.ts'
import { reviewsFeature } from './reviews/routes.ts'
import { rivalriesFeature } from './rivalries/routes.ts'
import { roundtablesFeature } from './roundtables/routes.ts'
import { rsvpFeature } from './rsvp/routes.ts'
import { ruleOpeningsFeature } from './rule-openings/routes.ts'
import { ruleTrialsFeature } from './rule-trials/routes.ts'
import { scoreboardsFeature } from './scoreboards/routes.ts'
import { seatDeskFeature } from './seat-desk/routes.ts'
import { speakerTimesFeature } from './speaker-times/routes.ts'
import { staffFeature } from './staff/routes.ts'
import { statementCasesFeature } from './statement-cases/routes.ts'
import { studiesFeature } from './studies/routes.ts'
import { studyFilesFeature } from './study-files/routes.ts'
import { surveyImportsFeature } from './survey-imports/routes.ts'
import { surveysFeature } from './surveys/routes.ts'
import { tablePlansFeature } from './table-plans/routes.ts'
import { tasksFeature } from './tasks/routes.ts'
import { timelinesFeature } from './timelines/routes.ts'
import { waveDraftsFeature } from './wave-drafts/routes.ts'
import { waveEstimatingFeature } from './wave-estimating/routes.ts'
import { wavePreviewsFeature } from './wave-previews/routes.ts'
import { waveRepliesFeature } from './wave-replies/routes.ts'
import { wavesFeature } from './waves/routes.ts'
import { webhooksFeature } from './webhooks/routes.ts'

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
