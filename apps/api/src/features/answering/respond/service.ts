import { createHash } from 'node:crypto'
import type { RespondView, StoredAnswer } from '@sixfold/contract/responses'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { addLocalDays } from '@sixfold/domain/local-date'
import { can } from '@sixfold/domain/permissions'
import { boundTimes } from '@sixfold/domain/quality/page-times'
import { groupsOf } from '@sixfold/domain/quotas/quota-groups'
import type { AnswerFault } from '@sixfold/domain/survey/answer-faults'
import { answerFaults } from '@sixfold/domain/survey/answer-faults'
import type { Answers } from '@sixfold/domain/survey/answers'
import { asSeenBy } from '@sixfold/domain/survey/as-seen-by'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { purposeOfSurvey } from '@sixfold/domain/survey/kind'
import type { KnownFacts } from '@sixfold/domain/survey/logic/condition'
import type { Walk } from '@sixfold/domain/survey/logic/walk'
import { answersOnWay, walk } from '@sixfold/domain/survey/logic/walk'
import type { RevisedAnswers } from '@sixfold/domain/survey/merge-answers'
import { givenAnswers, mergeAnswers } from '@sixfold/domain/survey/merge-answers'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { remember } from '../../../db/remember.ts'
import { AppError } from '../../../errors.ts'
import { loadPortal } from '../../../portal/portal.ts'
import { optOut } from '../../contact-policy/contact-standing/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { record } from '../../house/audit/service.ts'
import { idsIn, removeUploads, unknownFiles } from '../../house/files/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { noticeOf } from '../../privacy/privacy-notices/service.ts'
import { scheduleFold } from '../../results/scoreboards/service.ts'
import { readSurvey } from '../../surveys/surveys/service.ts'
import { findInvitationByToken, followTokenWhole, noteInvitation } from '../../waves/invitations/service.ts'
import { readWaveForAnswers } from '../../waves/waves/service.ts'
import type { AskedSurvey } from '../asked-surveys/service.ts'
import { askedSurvey, factsAbout, factsOf, prepareSurvey } from '../asked-surveys/service.ts'
import { followVisit, isVisitToken, submitOpenly } from '../open-visits/service.ts'
import { fullAmong } from '../quotas/service.ts'
import type { Incoming, KeptResponse, ResponsePlace, Trace } from '../responses/service.ts'
import { keepAnswers, readResponse, submitResponse } from '../responses/service.ts'

/** A contact's invitation, or, by an open link, a visit of somebody whom nobody knows: then `contactId` is null. */
type Invitation =
  | (NonNullable<Awaited<ReturnType<typeof followTokenWhole>>>['invitation'] & { visit?: never })
  | NonNullable<Awaited<ReturnType<typeof followVisit>>>
type OpenVisit = NonNullable<Invitation['visit']>
type Wave = NonNullable<Awaited<ReturnType<typeof readWaveForAnswers>>>

/** What a link leads to. `finished` and `opted_out` take no more answers. */
export interface Link {
  invitation: Invitation
  /** Empty unless the link is open, and where nobody knows who answers. */
  contactName: string
  wave: Wave
  survey: AskedSurvey
  /** What the survey asks of the customer record. */
  facts: KnownFacts
  /** Null before the first answer. */
  response: KeptResponse | null
  state: 'open' | 'finished' | 'opted_out'
  /** A colleague reads it out and notes the answers. */
  byPhone?: true
}

/** The invitation behind a link, and its wave of whatever kind. */
export interface Invited {
  invitation: Invitation
  wave: Wave
  /** Null before the first answer. */
  response: KeptResponse | null
  /** Null when the contact was erased. */
  contactName: string | null
}

export async function followInvitation(ctx: Context, token: string): Promise<Invited> {
  const found = await (isVisitToken(token) ? visitWhole(ctx, token) : followTokenWhole(ctx, token))
  const wave = found && (await readWaveForAnswers(ctx, found.invitation.waveId))
  if (!wave) throw new AppError('link_unknown')
  return { invitation: found.invitation, wave, ...found.known }
}

async function visitWhole(ctx: Context, token: string) {
  const invitation = await followVisit(ctx, token)
  return (
    invitation && { invitation, known: { response: await readResponse(ctx, invitation.id), contactName: '' } }
  )
}

/** Follows a link; refused when it is unknown or its wave is over. Changes nothing. */
export async function followLink(ctx: Context, token: string, invited?: Invited): Promise<Link> {
  const { invitation, wave, response, contactName } = invited ?? (await followInvitation(ctx, token))
  // The answers of a blind wave never come with a link.
  if (wave.kind === 'blind') throw new AppError('link_unknown')
  const survey = await askedSurvey(ctx, wave)
  const link = { invitation, contactName: '', wave, survey, facts: {}, response }
  // The invitation hears of the submission a moment later: the response is what counts.
  if (invitation.state === 'finished' || response?.state === 'submitted')
    return { ...link, state: 'finished' }
  const { contactId } = invitation
  if (contactName === null) throw new AppError('link_unknown')
  if (invitation.state === 'opted_out') return { ...link, state: 'opted_out' }
  if (invitation.closed || wave.state === 'closed') throw new AppError('link_expired')
  const facts = contactId === null ? {} : await factsOf(ctx, survey, contactId)
  return { ...link, contactName, facts, state: 'open' }
}

/** The way of a link's respondent through the survey. */
export function wayOf({ survey, facts }: Pick<Link, 'survey' | 'facts'>, answers: Answers): Walk {
  return walk(survey.definition, answers, facts)
}

/** The survey as it goes to a link's respondent. */
export function seenByLink(link: Link): SurveyDefinition {
  const { alike, definition } = link.survey
  return alike ?? asSeenBy(definition, { facts: link.facts, seed: deviceKeyOf(link) })
}

/** What the portal's API tells about a link. A used one tells nothing about its person. */
export async function readRespondView(ctx: Context, token: string): Promise<RespondView> {
  const link = await followLink(ctx, token)
  const open = link.state === 'open'
  return {
    state: open ? 'open' : link.state === 'finished' ? 'finished' : 'closed',
    organisation: (await houseOf(ctx)).name,
    contactName: link.contactName,
    language: languageOf(link),
    closesAt: link.wave.closesAt.toISOString(),
    definition: seenByLink(link),
    answers: open ? storedAnswers(link.response?.answers ?? {}) : [],
  }
}

/** What became of answers: kept, or refused with every fault. */
export type Outcome = { kept: KeptResponse; faults?: never } | { faults: AnswerFault[]; kept?: never }

/** Keeps answers of an open link as they are given. */
export async function keepByLink(
  ctx: Context,
  link: Link,
  incoming: Incoming,
  language: string | undefined,
  trace: Trace = {},
): Promise<Outcome | null> {
  if (link.state === 'finished') throw new AppError('already_finished')
  if (link.state === 'opted_out') throw new AppError('link_expired')
  const given = incoming(link.response?.answers ?? {})
  if (Object.keys(given).length === 0) {
    await refuseWhenFull(ctx, link)
    return link.response ? { kept: link.response } : null
  }
  const faults = await draftFaults(ctx, link, givenAnswers(given))
  if (faults.length > 0) return { faults }
  if (!link.response && link.invitation.contactId !== null)
    await noteInvitation(ctx, link.invitation.id, 'started')
  const kept = await keepAnswers(
    ctx,
    await placeOf(ctx, link, language),
    incoming,
    link.response,
    bounded(link, trace),
  )
  if (kept.state === 'submitted') throw new AppError('already_finished')
  await removeTakenOut(ctx, link, givenAnswers(kept.answers))
  await refuseWhenFull(ctx, { ...link, response: kept })
  return { kept }
}

/** Whoever has no place any more is told at once, and not after the last question. What was given is kept all the same. */
async function refuseWhenFull(ctx: Context, link: Link): Promise<void> {
  if ((await fullGroupsOf(ctx, link)).length > 0) throw new AppError('quota_full')
}

/** What does not fit its question, and files that are not this respondent's: neither is kept, not even for a while. */
async function draftFaults(
  ctx: Context,
  { survey, invitation }: Link,
  given: Answers,
): Promise<AnswerFault[]> {
  const faults = answerFaults(survey.definition, given, { complete: null })
  if (faults.length > 0) return faults
  const foreign = await unknownFiles(ctx, invitation.id, survey.uploads, given)
  return foreign.map(question => ({ question, problem: 'unknown_file' as const }))
}

/** A file that its respondent took out of the answer is gone at once. */
async function removeTakenOut(
  ctx: Context,
  { survey, invitation, response }: Link,
  kept: Answers,
): Promise<void> {
  const before = givenAnswers(response?.answers ?? {})
  const out = survey.uploads.flatMap(question => {
    const left = new Set(idsIn(kept, question))
    return idsIn(before, question).filter(id => !left.has(id))
  })
  await removeUploads(ctx, invitation.id, out)
}

/** Sends the answers of a link for good. Repeating it, at the same time or later, gives the first result. */
export async function submitByLink(
  ctx: Context,
  link: Link,
  incoming: Incoming,
  language: string | undefined,
  trace: Trace = {},
): Promise<Outcome> {
  if (link.state === 'opted_out') throw new AppError('link_expired')
  if (link.state === 'open') {
    const faults = await draftFaults(ctx, link, givenAnswers(incoming({})))
    if (faults.length > 0) return { faults }
  }
  const seen = link.response
  try {
    const finish = (answers: Answers) => {
      const way = wayOf(link, answers)
      const faults = answerFaults(link.survey.definition, answersOnWay(answers, way), { complete: way })
      if (faults.length > 0) throw new NotComplete(faults)
      return way.asked
    }
    const place = await placeOf(ctx, link, language)
    const { visit } = link.invitation
    const kept = visit
      ? await submitOpenly(ctx, place, incoming, seen, {
          finish,
          groupsOf: answers => openGroups(link, answers),
          trace: bounded(link, trace),
        })
      : await submitResponse(ctx, place, incoming, seen, finish, bounded(link, trace))
    // The fold also tells the invitation and the contact ledger, whatever becomes of this process.
    if (!kept.counted) await scheduleFold(ctx, link.wave.id)
    return { kept }
  } catch (error) {
    if (error instanceof NotComplete) return { faults: error.faults }
    throw error
  }
}

/** A browser may claim what it likes; only what can be is kept. */
function bounded({ survey }: Link, { pages, browser }: Trace): Trace {
  const known = survey.definition.pages.map(({ id }) => id)
  return { ...(pages ? { pages: boundTimes(pages, known) } : {}), browser }
}

class NotComplete extends Error {
  override name = 'NotComplete'
  readonly faults: AnswerFault[]
  constructor(faults: AnswerFault[]) {
    super('required answers are missing')
    this.faults = faults
  }
}

/** "Ask me no more": works with every link that was ever sent, however old. */
export async function optOutByLink(ctx: Context, token: string): Promise<void> {
  const invitation = await findInvitationByToken(ctx, token)
  if (!invitation) throw new AppError('link_unknown')
  const wave = await readWaveForAnswers(ctx, invitation.waveId)
  await optOut(ctx, invitation.contactId, purposeOfSurvey(wave?.kind ?? 'quarterly'), 'link')
  await noteInvitation(ctx, invitation.id, 'opted_out')
}

/** Whether a link may be opted out with; tells nothing else. */
export async function linkExists(ctx: Context, token: string): Promise<boolean> {
  return (await findInvitationByToken(ctx, token)) !== null
}

/** A draft as a customer would see it: as one of the house's contacts, or as anybody. */
export interface Preview {
  survey: AskedSurvey
  contact: KnownContact | null
  facts: KnownFacts
}

/** Whoever designs surveys may look at one as a contact of the own regions; that reads personal data, so it is noted. */
export async function readPreview(
  ctx: Context,
  actor: StaffMember,
  surveyId: string,
  contactId: string | undefined,
): Promise<Preview> {
  const survey = await prepareSurvey(ctx, (await readSurvey(ctx, actor, surveyId)).definition)
  if (contactId === undefined) return { survey, contact: null, facts: {} }
  const contact = await findContact(ctx, contactId)
  if (!contact || contact.erased || !can(actor, 'survey.edit') || !can(actor, 'customers.read', contact))
    throw new AppError('not_found')
  await record(ctx, actor, 'contact.read', `contact:${contactId}`, `preview of survey ${surveyId}`)
  return { survey, contact, facts: factsAbout(contact, survey.facts) }
}

/** Several changes of one question in one message count by their revisions, not by their order. */
export function joinAnswers(answers: readonly StoredAnswer[]): RevisedAnswers {
  return answers.reduce<RevisedAnswers>(
    (all, { question, value, revision }) =>
      mergeAnswers(all, Object.fromEntries([[question, { value, revision }]])),
    {},
  )
}

/** The faults as fields of the message, in the words of the page; a missing answer is named by its question. */
export async function answersRefused(
  { language }: { language: UiLanguage },
  { survey }: Pick<Link, 'survey'>,
  faults: readonly AnswerFault[],
  sent: readonly StoredAnswer[],
): Promise<AppError> {
  const { problemText } = await loadPortal()
  return new AppError('invalid_input', {
    fields: faults.map(({ question, problem }) => {
      const index = problem === 'required' ? -1 : sent.findIndex(answer => answer.question === question)
      return {
        path: index < 0 ? `answers.${question}` : `answers.${index}.value`,
        message: problemText(problem, survey.questions.get(question), language),
      }
    }),
  })
}

export function storedAnswers(answers: RevisedAnswers): StoredAnswer[] {
  return Object.entries(answers).map(([question, { value, revision }]) => ({ question, value, revision }))
}

/** The language to go on in: chosen while answering, else the invitation's. */
export function languageOf({ survey, response, invitation }: Link): string {
  const wanted = [response?.language, invitation.language]
  const { languages, defaultLanguage } = survey.definition
  return wanted.find(tag => tag !== undefined && languages.includes(tag)) ?? defaultLanguage
}

/** Names the answers that wait on a customer's device, without telling whose they are. */
export function deviceKeyOf({ invitation }: Link): string {
  return createHash('sha256').update(`device ${invitation.id}`).digest('base64url').slice(0, 16)
}

/** The last day on which answers are taken, where the organisation is. */
export async function closesOn(ctx: Context, closesAt: Date): Promise<string> {
  const { zone } = await houseOf(ctx)
  const { date, time } = wallTimeIn(closesAt, zone)
  return time === '00:00' ? addLocalDays(date, -1) : date
}

const rememberedHouse = remember({ forMs: 10_000, most: 1, keyOf: () => '' }, readOrganisation)

/** The organisation, read on every page, so it is remembered for some seconds. */
export const houseOf = (ctx: Context) => rememberedHouse(ctx, undefined)

async function placeOf(ctx: Context, link: Link, chosen: string | undefined): Promise<ResponsePlace> {
  const { invitation, wave, survey } = link
  const language =
    chosen !== undefined && survey.definition.languages.includes(chosen) ? chosen : languageOf(link)
  return {
    id: invitation.id,
    waveId: wave.id,
    surveyId: wave.surveyId,
    version: wave.version,
    segments: invitation.segments,
    language,
    notice: (await noticeOf(ctx, wave.surveyId)).version,
    ...(invitation.visit ? asOpen(invitation.visit) : {}),
    ...(link.byPhone ? { mode: 'phone' as const } : {}),
  }
}

/** What the response of an open link says of where it comes from. */
function asOpen({ mode, device, trapped, startedAt }: OpenVisit): Partial<ResponsePlace> {
  return { mode, device, startedAt, ...(trapped ? { trapped } : {}) }
}

/** The groups of an open link's quotas in which these answers need a place. */
function openGroups({ invitation, survey }: Link, answers: Answers): string[] {
  const { visit, regionId } = invitation
  return visit ? groupsOf({ link: visit.openLinkId, region: regionId }, survey.definition, answers) : []
}

/** Groups of an open link that have no place left for what was answered so far. */
export async function fullGroupsOf(ctx: Context, link: Link): Promise<string[]> {
  if (!link.invitation.visit || link.state !== 'open') return []
  const answers = givenAnswers(link.response?.answers ?? {})
  return fullAmong(ctx, link.wave.id, openGroups(link, answersOnWay(answers, wayOf(link, answers))))
}
