import { createHash } from 'node:crypto'
import type { RespondView, StoredAnswer } from '@sixfold/contract/responses'
import { addLocalDays } from '@sixfold/domain/local-date'
import type { AnswerFault } from '@sixfold/domain/survey/answers'
import { answerFaults } from '@sixfold/domain/survey/answers'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { RevisedAnswers } from '@sixfold/domain/survey/merge-answers'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import type { Question } from '@sixfold/domain/survey/question'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { optOut } from '../contact-ledger/service.ts'
import { nameOfContact } from '../customers/service.ts'
import { findFactorModel } from '../factor-models/service.ts'
import { findInvitationByToken, followToken, noteInvitation } from '../invitations/service.ts'
import { readOrganisation } from '../organisation/service.ts'
import type { Incoming, KeptResponse, ResponsePlace } from '../responses/service.ts'
import { keepAnswers, readResponse, submitResponse } from '../responses/service.ts'
import { scheduleFold } from '../scoreboards/service.ts'
import { publishedVersion, readSurvey } from '../surveys/service.ts'
import { readWaveForAnswers } from '../waves/service.ts'

type Invitation = NonNullable<Awaited<ReturnType<typeof followToken>>>
type Wave = NonNullable<Awaited<ReturnType<typeof readWaveForAnswers>>>

/** What a link leads to. `finished` and `opted_out` take no more answers. */
export interface Link {
  invitation: Invitation
  /** Empty unless the link is open. */
  contactName: string
  wave: Wave
  survey: AskedSurvey
  /** Null before the first answer; for a finished link it is not read. */
  response: KeptResponse | null
  state: 'open' | 'finished' | 'opted_out'
}

/** What is asked, prepared once for all who answer it. */
export interface AskedSurvey {
  definition: SurveyDefinition
  questions: ReadonlyMap<string, Question>
  /** The factors of its model in their order. */
  factors: readonly string[]
}

/** States of an invitation before the first answer. */
const untouched: readonly string[] = ['planned', 'sent', 'opened']

/**
 * Follows a link; refused when it is unknown or its wave is over. Changes nothing. Who follows it `toSubmit` does not look
 * for a response where none is expected: the submission finds out.
 */
export async function followLink(ctx: Context, token: string, toSubmit = false): Promise<Link> {
  const invitation = await followToken(ctx, token)
  const wave = invitation && (await readWaveForAnswers(ctx, invitation.waveId))
  if (!wave) throw new AppError('link_unknown')
  const link = { invitation, contactName: '', wave, survey: await askedSurvey(ctx, wave), response: null }
  if (invitation.state === 'finished') return { ...link, state: 'finished' }
  // The invitation hears of the submission a moment later: the response is what counts.
  const expected = !toSubmit || invitation.closed || !untouched.includes(invitation.state)
  const response = expected ? await readResponse(ctx, invitation.id) : null
  if (response?.state === 'submitted') return { ...link, response, state: 'finished' }
  const contactName = await nameOfContact(ctx, invitation.contactId)
  if (contactName === null) throw new AppError('link_unknown')
  if (invitation.state === 'opted_out') return { ...link, response, state: 'opted_out' }
  if (invitation.closed || wave.state === 'closed') throw new AppError('link_expired')
  return { ...link, contactName, response, state: 'open' }
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
    definition: link.survey.definition,
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
): Promise<Outcome | null> {
  if (link.state === 'finished') throw new AppError('already_finished')
  if (link.state === 'opted_out') throw new AppError('link_expired')
  const given = incoming(link.response?.answers ?? {})
  if (Object.keys(given).length === 0) return link.response ? { kept: link.response } : null
  const faults = answerFaults(link.survey.definition, givenAnswers(given), { complete: false })
  if (faults.length > 0) return { faults }
  if (!link.response) await noteInvitation(ctx, link.invitation.id, 'started')
  const kept = await keepAnswers(ctx, placeOf(link, language), incoming, link.response)
  if (kept.state === 'submitted') throw new AppError('already_finished')
  return { kept }
}

/** Sends the answers of a link for good. Repeating it, at the same time or later, gives the first result. */
export async function submitByLink(
  ctx: Context,
  link: Link,
  incoming: Incoming,
  language: string | undefined,
): Promise<Outcome> {
  if (link.state === 'opted_out') throw new AppError('link_expired')
  const { definition } = link.survey
  const draftFaults = answerFaults(definition, givenAnswers(incoming({})), { complete: false })
  if (draftFaults.length > 0 && link.state === 'open') return { faults: draftFaults }
  const seen =
    link.response ?? (link.state === 'finished' ? await readResponse(ctx, link.invitation.id) : null)
  try {
    const kept = await submitResponse(ctx, placeOf(link, language), incoming, seen, answers => {
      const faults = answerFaults(definition, answers, { complete: true })
      if (faults.length > 0) throw new NotComplete(faults)
    })
    // The fold also tells the invitation and the contact ledger, whatever becomes of this process.
    if (!kept.counted) await scheduleFold(ctx, link.wave.id)
    return { kept }
  } catch (error) {
    if (error instanceof NotComplete) return { faults: error.faults }
    throw error
  }
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
  await optOut(ctx, invitation.contactId, 'relationship_survey', 'link')
  await noteInvitation(ctx, invitation.id, 'opted_out')
}

/** Whether a link may be opted out with; tells nothing else. */
export async function linkExists(ctx: Context, token: string): Promise<boolean> {
  return (await findInvitationByToken(ctx, token)) !== null
}

/** The draft as its staff see it. */
export async function readPreview(
  ctx: Context,
  actor: Parameters<typeof readSurvey>[1],
  surveyId: string,
): Promise<AskedSurvey> {
  return prepare((await readSurvey(ctx, actor, surveyId)).definition)
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

const HOUSE_REMEMBERED_MS = 10_000
const houses = new WeakMap<
  Context['db'],
  { until: number; house: Awaited<ReturnType<typeof readOrganisation>> }
>()

/** The organisation, read on every page, so it is remembered for some seconds. */
export async function houseOf(ctx: Context) {
  const known = houses.get(ctx.db)
  if (known && known.until > performance.now()) return known.house
  const house = await readOrganisation(ctx)
  houses.set(ctx.db, { until: performance.now() + HOUSE_REMEMBERED_MS, house })
  return house
}

const published = new WeakMap<Context['db'], Map<string, AskedSurvey>>()

/** A published version never changes, so it is prepared once and kept. */
async function askedSurvey(ctx: Context, { surveyId, version }: Wave): Promise<AskedSurvey> {
  const known = published.get(ctx.db) ?? new Map<string, AskedSurvey>()
  published.set(ctx.db, known)
  const key = `${surveyId} ${version}`
  const found = known.get(key)
  if (found) return found
  const row = await publishedVersion(ctx, surveyId, version)
  if (!row) throw new Error(`version ${version} of survey ${surveyId} is missing`)
  const prepared = prepare(row.definition)
  known.set(key, prepared)
  return prepared
}

function prepare(definition: SurveyDefinition): AskedSurvey {
  return {
    definition,
    questions: new Map(questionsOf(definition).map(question => [question.id, question])),
    factors: findFactorModel(definition.factorModel.key)?.factors.map(({ key }) => key) ?? [],
  }
}

function placeOf(link: Link, chosen: string | undefined): ResponsePlace {
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
  }
}
