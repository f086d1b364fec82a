import type { OwnDone, OwnPage, OwnRequest, OwnRoundtable } from '@sixfold/contract/portal'
import type { UiLanguage } from '@sixfold/contract/words'
import { monthsOf, wishesBeyond } from '@sixfold/domain/ask-wish'
import type { AskChoice } from '@sixfold/domain/contact-standing'
import { ASK_CHOICES } from '@sixfold/domain/contact-standing'
import { isEnded } from '@sixfold/domain/data-requests/states'
import { textIn } from '@sixfold/domain/local-text'
import { mayOpenOwnPage } from '@sixfold/domain/personal-links'
import { standingOf } from '@sixfold/domain/seats/seat-ledger'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { eventTimes } from '../../../mails/event-times.ts'
import { callRequestsOf } from '../../calls/call-requests/service.ts'
import { ownCases } from '../../cases/case-verdicts/service.ts'
import type { CaseRow } from '../../cases/cases/service.ts'
import { nextWorkingDay, openComplaint } from '../../cases/cases/service.ts'
import { saidAndDoneFor } from '../../cases/said-and-done/service.ts'
import { openTask, taskExists } from '../../cases/tasks/service.ts'
import { contactRules } from '../../contact-policy/contact-policy/service.ts'
import { askChoice, chooseAsking } from '../../contact-policy/contact-standing/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import type { GuestEvent } from '../../guests/guests/service.ts'
import { findGuestOf } from '../../guests/guests/service.ts'
import { readSeats } from '../../guests/seats/service.ts'
import { recordOfCustomer } from '../../house/audit/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { dataRequestsOf } from '../../privacy/data-requests/service.ts'
import type { PersonalVisit } from '../../privacy/personal-links/service.ts'
import { makePersonalLink } from '../../privacy/personal-links/service.ts'
import { latestReplies } from '../../results/wave-replies/service.ts'
import { nextEventOf } from '../../roundtables/event-records/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { readWaveForAnswers } from '../../waves/waves/service.ts'
import { askedSurvey } from '../asked-surveys/service.ts'
import { followInvitation } from '../respond/service.ts'

/** The way from a survey's link to the own page. A blind survey, and an open link, have none: there nobody knows who answers. */
export async function ownPageOf(ctx: Context, token: string): Promise<{ path: string }> {
  const { invitation, wave } = await followInvitation(ctx, token)
  const contact =
    wave.kind === 'blind' || invitation.contactId === null
      ? null
      : await findContact(ctx, invitation.contactId)
  if (!contact || contact.erased) throw new AppError('link_unknown')
  if (!mayOpenOwnPage(wave, ctx.clock.now())) throw new AppError('link_expired')
  return makePersonalLink(ctx, contact.id, 'own_page', wave.id)
}

/** What the page shows, besides its head. */
export async function readOwnPage(
  ctx: Context,
  { contact }: PersonalVisit,
  { language, done, receipt }: { language: UiLanguage; done: OwnDone | null; receipt: string | null },
): Promise<Omit<OwnPage, 'kind' | 'address' | keyof Head>> {
  const { zone } = await readOrganisation(ctx)
  const dayOf = (instant: Date) => wallTimeIn(instant, zone).date
  const [cases, requests, asked, replies, roundtable, asking] = await Promise.all([
    ownCases(ctx, contact.id, language, dayOf),
    requestsOf(ctx, contact, dayOf),
    saidAndDoneFor(ctx, contact.id, language),
    latestReplies(ctx, { regionId: contact.regionId, language }),
    roundtableFor(ctx, contact, language),
    askingOf(ctx, contact),
  ])
  return {
    name: contact.name,
    done,
    // Only a receipt of this very person is read out.
    receipt: cases.find(one => one.receipt === receipt)?.receipt ?? null,
    cases,
    requests,
    asked: asked.map(({ releasedAt, ...told }) => ({ ...told, toldOn: dayOf(releasedAt) })),
    replies: replies.map(({ factor: _key, ...shown }) => shown),
    roundtable,
    asking,
  }
}

interface Head {
  organisation: string
  language: string
  languages: OwnPage['languages']
}

const REQUESTS_SHOWN = 10

/** Calls and what was asked about the own data, the latest first. A feature with requests of its own adds them here. */
async function requestsOf(
  ctx: Context,
  contact: KnownContact,
  dayOf: (instant: Date) => string,
): Promise<OwnRequest[]> {
  const [calls, dataRequests] = await Promise.all([
    callRequestsOf(ctx, contact.id),
    dataRequestsOf(ctx, contact.id),
  ])
  const lastDay = (by: Date) => dayOf(new Date(by.getTime() - 1))
  const all = [
    ...calls.map(({ state, askedAt, callBy }) => ({
      askedAt,
      request: {
        kind: 'call' as const,
        state,
        askedOn: dayOf(askedAt),
        promisedBy: state === 'open' ? lastDay(callBy) : null,
      },
    })),
    ...dataRequests.map(({ kind, state, askedAt, dueAt }) => ({
      askedAt,
      request: {
        kind,
        state: state === 'under_way' ? ('answered' as const) : state,
        askedOn: dayOf(askedAt),
        promisedBy: isEnded(state) || dueAt === null ? null : lastDay(dueAt),
      },
    })),
  ]
  return all
    .sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime())
    .slice(0, REQUESTS_SHOWN)
    .map(({ request }) => request)
}

async function roundtableFor(
  ctx: Context,
  contact: KnownContact,
  language: UiLanguage,
): Promise<OwnRoundtable | null> {
  const event = await nextEventOf(ctx, contact.regionId)
  return (
    event && {
      title: textIn(event.title, language, 'en'),
      venue: event.venue,
      times: eventTimes(event, language),
      standing: await standingAt(ctx, contact, event),
    }
  )
}

async function standingAt(
  ctx: Context,
  { id: contactId }: KnownContact,
  event: GuestEvent,
): Promise<OwnRoundtable['standing']> {
  const guest = await findGuestOf(ctx, { roundtableId: event.id, contactId })
  if (guest?.state === 'invited') {
    const { state } = standingOf(await readSeats(ctx, event.id), guest._id, ctx.clock.now())
    if (state === 'confirmed' || state === 'offered') return 'accepted'
    if (state === 'waiting') return 'waitlisted'
    return guest.answer === 'decline' ? 'declined' : 'invited'
  }
  return (await taskExists(ctx, wishKey(event, contactId))) ? 'wished' : 'none'
}

const wishKey = (event: GuestEvent, contactId: string) => `roundtable-wish:${event.id}:${contactId}`

/** "I would like to come": a task for whoever looks after the account. Who was invited already answers the invitation. */
export async function wishToCome(ctx: Context, { contact }: PersonalVisit): Promise<void> {
  const event = await nextEventOf(ctx, contact.regionId)
  if (!event || (await standingAt(ctx, contact, event)) !== 'none') return
  const opened = await openTask(ctx, {
    key: wishKey(event, contact.id),
    kind: 'roundtable_wish',
    accountId: contact.accountId,
    contactId: contact.id,
    dueAt: await nextWorkingDay(ctx, contact, ctx.clock.now()),
    aboutId: event.id,
  })
  if (opened)
    await recordOfCustomer(ctx, 'contact.roundtable-wish', `contact:${contact.id}`, `roundtable:${event.id}`)
}

async function askingOf(ctx: Context, contact: KnownContact): Promise<OwnPage['asking']> {
  const [{ choice, held }, { policyOf }] = await Promise.all([askChoice(ctx, contact.id), contactRules(ctx)])
  const { surveyGapDays, executiveFactor } = policyOf(contact, 'relationship_survey')
  const usualDays = surveyGapDays * (contact.executive ? executiveFactor : 1)
  const wishes: readonly AskChoice[] = ['usual', ...wishesBeyond(usualDays), 'never', choice]
  return {
    choice,
    held,
    offered: ASK_CHOICES.filter(one => wishes.includes(one)),
    usualMonths: monthsOf(usualDays),
  }
}

export async function chooseFor(ctx: Context, { contact }: PersonalVisit, choice: AskChoice): Promise<void> {
  if ((await askChoice(ctx, contact.id)).choice === choice) return
  await chooseAsking(ctx, contact.id, choice, 'portal')
  await recordOfCustomer(ctx, 'contact.asking', `contact:${contact.id}`, choice)
}

/** What a complaint may be about: the factors of the survey that led here. */
export async function complaintFactors(ctx: Context, { waveId }: PersonalVisit, language: UiLanguage) {
  const model = await modelBehind(ctx, waveId)
  return (model?.factors ?? []).map(({ key, name }) => ({ key, name: textIn(name, language, 'en') }))
}

async function modelBehind(ctx: Context, waveId: string | null) {
  const wave = waveId === null ? null : await readWaveForAnswers(ctx, waveId)
  return wave && findFactorModel(ctx, (await askedSurvey(ctx, wave)).definition.factorModel)
}

export interface TypedComplaint {
  form: string
  text: string
  factor: string
  answerWanted: boolean
}

export async function complain(
  ctx: Context,
  visit: PersonalVisit,
  typed: TypedComplaint,
  language: UiLanguage,
): Promise<CaseRow> {
  const model = typed.factor === '' ? null : await modelBehind(ctx, visit.waveId)
  const factor = model?.factors.find(({ key }) => key === typed.factor)
  return openComplaint(ctx, {
    contactId: visit.contactId,
    form: typed.form,
    text: typed.text,
    factor: model && factor ? { model: { key: model.key, version: model.version }, key: factor.key } : null,
    answerWanted: typed.answerWanted,
    waveId: visit.waveId,
    language,
  })
}
