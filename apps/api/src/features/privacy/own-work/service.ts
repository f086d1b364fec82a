import type { OwnData } from '@sixfold/contract/own-data'
import type { UiLanguage } from '@sixfold/contract/words'
import { wholeText } from '@sixfold/domain/data-requests/asked-words'
import { textIn } from '@sixfold/domain/local-text'
import { requirementReceipt } from '@sixfold/domain/requirements/status'
import type { Context } from '../../../context.ts'
import { callRequestsOf } from '../../calls/call-requests/service.ts'
import { casesOf } from '../../cases/cases/service.ts'
import { findTasksAbout } from '../../cases/tasks/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findInstallationsFor } from '../../customers/installations/service.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { findRepliesOf } from '../../guests/calendar-replies/service.ts'
import { findGuestsOf } from '../../guests/guests/service.ts'
import { statementsOf } from '../../requirements/requirement-records/service.ts'
import { findGuestEvent } from '../../roundtables/event-records/service.ts'
import { findPoll, findVotersOf, votesOf } from '../../roundtables/poll-records/service.ts'
import { dataRequestsOf } from '../data-requests/service.ts'

/** What they said about the dates of round tables. */
async function pollsFor(
  ctx: Context,
  contactIds: readonly string[],
  language: UiLanguage,
): Promise<OwnData['datePolls']> {
  const voters = await findVotersOf(ctx, contactIds)
  const found = await Promise.all(
    voters.map(async ({ _id, roundtableId }) => {
      const [poll, event] = await Promise.all([
        findPoll(ctx, roundtableId),
        findGuestEvent(ctx, roundtableId),
      ])
      if (!poll || !event) return []
      const votes = votesOf(poll, _id)
      const ballot = poll.ballots[_id]
      return [
        {
          title: textIn(event.title, language, 'en'),
          at: ballot?.votedAt.toISOString() ?? null,
          votes: poll.options.flatMap(({ id, startsAt }) => {
            const vote = votes[id]
            return vote ? [{ startsAt: startsAt.toISOString(), vote }] : []
          }),
          note: ballot?.note ?? '',
        },
      ]
    }),
  )
  return found.flat()
}

/** What their calendars answered to invitations. */
async function calendarAnswersOf(ctx: Context, contactIds: readonly string[], language: UiLanguage) {
  const rows = await findRepliesOf(ctx, contactIds)
  return Promise.all(
    rows.map(async ({ roundtableId, receivedAt, answer, comment }) => {
      const event = await findGuestEvent(ctx, roundtableId)
      const title = event ? textIn(event.title, language, 'en') : ''
      return { title, at: receivedAt.toISOString(), answer, comment }
    }),
  )
}

/** Round tables, things bought, calls, complaints and requests. */
export async function workFor(
  ctx: Context,
  contact: KnownContact,
  ids: readonly string[],
  language: UiLanguage,
) {
  const [guests, wished, bought, calls, complaints, requests] = await Promise.all([
    findGuestsOf(ctx, ids),
    findTasksAbout(ctx, ids, 'roundtable_wish'),
    findInstallationsFor(ctx, ids),
    callRequestsOf(ctx, contact.id),
    casesOf(ctx, contact.id),
    dataRequestsOf(ctx, contact.id),
  ])
  const products = new Map(
    (
      await findProductsById(
        ctx,
        bought.map(({ productId }) => productId),
      )
    ).map(({ _id, name }) => [_id, name]),
  )
  const events = await Promise.all(guests.map(({ roundtableId }) => findGuestEvent(ctx, roundtableId)))
  const wishedFor = await Promise.all(
    wished.map(({ aboutId }) => (aboutId ? findGuestEvent(ctx, aboutId) : null)),
  )
  return {
    roundtableWishes: wished.flatMap(({ openedAt }, at) => {
      const event = wishedFor[at]
      return event
        ? [
            {
              at: openedAt.toISOString(),
              title: textIn(event.title, language, 'en'),
              startsAt: event.startsAt.toISOString(),
            },
          ]
        : []
    }),
    roundtables: guests.flatMap(({ answer }, at) => {
      const event = events[at]
      return event
        ? [{ title: textIn(event.title, language, 'en'), startsAt: event.startsAt.toISOString(), answer }]
        : []
    }),
    datePolls: await pollsFor(ctx, ids, language),
    calendarAnswers: await calendarAnswersOf(ctx, ids, language),
    statements: (await statementsOf(ctx, ids)).map(({ number, at, said, mayQuote }) => ({
      receipt: requirementReceipt(number),
      at: at.toISOString(),
      said,
      mayQuote,
    })),
    installations: bought.map(({ productId, purchasedOn, installedOn }) => ({
      product: products.get(productId) ?? '',
      purchasedOn,
      installedOn,
    })),
    calls: calls.map(({ askedAt, when, state }) => ({ at: askedAt.toISOString(), when, state })),
    complaints: complaints.map(({ receipt, openedAt, text, state }) => ({
      receipt,
      at: openedAt.toISOString(),
      text,
      state,
    })),
    requests: requests.map(({ kind, state, askedAt, answerBy, carryOutBy, text, added, answer }) => ({
      kind,
      state,
      at: askedAt.toISOString(),
      answerBy: answerBy.toISOString(),
      carryOutBy: carryOutBy.toISOString(),
      text: wholeText({ text, added }),
      answer,
    })),
  }
}
