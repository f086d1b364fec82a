import type { OwnAnswer, OwnCorrection, OwnData, OwnField, OwnInvitation } from '@sixfold/contract/own-data'
import { OWN_DATA_FORMAT } from '@sixfold/contract/own-data'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguages } from '@sixfold/contract/words'
import { readPhone } from '@sixfold/domain/contact-points'
import { wholeText } from '@sixfold/domain/data-requests/asked-words'
import type { DataRequestKind, ErasureObstacle } from '@sixfold/domain/data-requests/states'
import { erasureObstacles, isEnded } from '@sixfold/domain/data-requests/states'
import { textIn } from '@sixfold/domain/local-text'
import { LINK_DAYS } from '@sixfold/domain/personal-links'
import { requirementReceipt } from '@sixfold/domain/requirements/status'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import { partsOf } from '@sixfold/domain/survey/parts'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { findAccounts } from '../accounts/service.ts'
import { recordOfCustomer } from '../audit/service.ts'
import { findRepliesOf } from '../calendar-replies/service.ts'
import { callRequestsOf } from '../call-requests/service.ts'
import { casesOf, countOpenCases } from '../cases/service.ts'
import { readLedgerOf } from '../contact-ledger/service.ts'
import { correctContact } from '../contact-records/service.ts'
import type { ContactRow, KnownContact } from '../contacts/service.ts'
import { findContactWithMerged } from '../contacts/service.ts'
import type { DataRequestRow } from '../data-requests/service.ts'
import {
  askAboutData,
  beginErasure,
  dataRequestsOf,
  findRequest,
  mayWrite,
} from '../data-requests/service.ts'
import { findGuestEvent } from '../event-records/service.ts'
import { attachedFiles } from '../files/service.ts'
import { findGuestsOf } from '../guests/service.ts'
import { findInstallationsFor } from '../installations/service.ts'
import type { InvitationRow } from '../invitations/service.ts'
import { findInvitationsOf } from '../invitations/service.ts'
import { listRegions, readOrganisation } from '../organisation/service.ts'
import { findMailsTo, sendMail } from '../outbox/service.ts'
import type { PersonalVisit } from '../personal-links/service.ts'
import { makePersonalLink } from '../personal-links/service.ts'
import { findPoll, findVotersOf, votesOf } from '../poll-records/service.ts'
import { findProductsById } from '../products/service.ts'
import { statementsOf } from '../requirement-records/service.ts'
import { findResponses } from '../responses/service.ts'
import { publishedVersion } from '../surveys/service.ts'
import { findTasksAbout } from '../tasks/service.ts'
import { waveSubject } from '../touch-decisions/service.ts'
import { waveBook } from '../wave-records/service.ts'

/**
 * Sends the link to somebody's data to the address on record, at most once an hour. Nobody learns whether it left: the words on
 * the screen are the same, whatever is on record.
 */
export async function sendDataLink(
  ctx: Context,
  { contact }: PersonalVisit,
  language: UiLanguage,
): Promise<void> {
  const hour = ctx.clock.now().toISOString().slice(0, 'yyyy-mm-ddThh'.length)
  const key = `own-data-link:${contact.id}:${hour}`
  if (!(await mayWrite(ctx, contact.id, key))) return
  const { name: organisation } = await readOrganisation(ctx)
  const { address: link } = await makePersonalLink(ctx, contact.id, 'own_data')
  await recordOfCustomer(ctx, 'own-data.link-asked', `contact:${contact.id}`)
  await sendMail(ctx, {
    kind: 'own-data-link',
    key,
    to: contact.email,
    language,
    values: { name: contact.name, organisation, days: LINK_DAYS.own_data, link },
  })
}

/** Everything that is held about a person; reading it leaves an audit entry (law 7). */
export async function readOwnData(
  ctx: Context,
  { contact }: PersonalVisit,
  language: UiLanguage,
  how: 'read' | 'downloaded' = 'read',
): Promise<OwnData> {
  const rows = await findContactWithMerged(ctx, contact.id)
  const own = rows.find(({ _id }) => _id === contact.id)
  if (!own) throw new AppError('link_unknown')
  await recordOfCustomer(ctx, `own-data.${how}`, `contact:${contact.id}`)
  const ids = rows.map(({ _id }) => _id)
  const [{ name: organisation }, places, said, asked, work] = await Promise.all([
    readOrganisation(ctx),
    placesOf(ctx, rows),
    saidAndSent(ctx, contact, language),
    invitationsOf(ctx, ids, language),
    workFor(ctx, contact, ids, language),
  ])
  const mails = await findMailsTo(ctx, {
    contactIds: ids,
    addresses: rows.map(row => row.email.toLowerCase()),
  })
  return {
    format: OWN_DATA_FORMAT,
    organisation,
    madeAt: ctx.clock.now().toISOString(),
    record: recordOf(own, places),
    joinedRecords: rows.filter(row => row !== own).map(row => recordOf(row, places)),
    ...said,
    mails: mails.map(({ createdAt, subject, sentAt }) => ({
      at: createdAt.toISOString(),
      subject,
      sentAt: sentAt?.toISOString() ?? null,
    })),
    invitations: asked,
    ...work,
  }
}

interface Places {
  account: (row: ContactRow) => string
  region: (row: ContactRow) => string
}

async function placesOf(ctx: Context, rows: readonly ContactRow[]): Promise<Places> {
  const accounts = await findAccounts(
    ctx,
    rows.map(({ accountId }) => accountId),
  )
  const regions = new Map((await listRegions(ctx)).map(({ _id, name }) => [_id, name]))
  return {
    account: ({ accountId }) => accounts.get(accountId)?.name ?? '',
    region: ({ regionId }) => regions.get(regionId) ?? '',
  }
}

function recordOf(row: ContactRow, places: Places): OwnField[] {
  const fields = [
    'name',
    'email',
    'phone',
    'role',
    'seniority',
    'languages',
    'channels',
    'country',
    'zone',
  ] as const
  const noted = fields.map((field): OwnField => {
    const origin = row.provenance[field]
    const source = origin?.source.split(':')[0]
    const known = (['import', 'staff', 'portal'] as const).find(one => one === source)
    return {
      field,
      value: row[field],
      source: origin ? (known ?? 'other') : null,
      at: (origin?.at ?? row.createdAt).toISOString(),
    }
  })
  const plain = (field: OwnField['field'], value: string): OwnField => ({
    field,
    value,
    source: null,
    at: row.createdAt.toISOString(),
  })
  return [
    ...noted,
    plain('account', places.account(row)),
    plain('region', places.region(row)),
    plain('externalId', row.externalId),
  ]
}

/** What the person said about being contacted, and every touch. */
async function saidAndSent(ctx: Context, { id }: KnownContact, language: UiLanguage) {
  const ledger = await readLedgerOf(ctx, id)
  const titles = await surveyTitles(
    ctx,
    [...ledger.touches, ...ledger.refusals].map(({ subject }) => subject),
    language,
  )
  const wish = (
    purpose: OwnData['wishes'][number]['purpose'],
    said: { source: string; at: Date },
    ended?: Date,
  ) => ({
    purpose,
    source: said.source.split(':')[0] ?? '',
    at: said.at.toISOString(),
    endedAt: ended?.toISOString() ?? null,
  })
  const latestFirst = <T extends { at: string }>(list: T[]) => list.sort((a, b) => (a.at < b.at ? 1 : -1))
  return {
    consents: ledger.consents.map(({ purpose, wordingVersion: wording, proof, source, at, withdrawnAt }) => ({
      purpose,
      wording,
      proof,
      source: source.split(':')[0] ?? '',
      at: at.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
    wishes: [
      ...ledger.optOuts.map(({ purpose, ended, ...said }) => wish(purpose, said, ended?.at)),
      ...(ledger.doNotCall ? [wish('calls', ledger.doNotCall)] : []),
    ],
    asking: ledger.asking
      ? {
          atMostEvery: ledger.asking.atMostEvery,
          source: ledger.asking.source.split(':')[0] ?? '',
          at: ledger.asking.at.toISOString(),
        }
      : null,
    touches: latestFirst(
      ledger.touches.map(({ at, kind, purpose, title, subject }) => ({
        at: at.toISOString(),
        kind,
        purpose,
        subject: titles.get(subject) ?? title,
      })),
    ),
    refused: latestFirst(
      ledger.refusals.map(({ at, kind, purpose, title, subject, reason }) => ({
        at: at.toISOString(),
        kind,
        purpose,
        subject: titles.get(subject) ?? title,
        reason,
      })),
    ),
  }
}

/** The titles of the surveys that touches were about, by the touches' subject. */
async function surveyTitles(
  ctx: Context,
  subjects: readonly string[],
  language: UiLanguage,
): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const subject of new Set(subjects)) {
    if (!subject.startsWith(waveSubject(''))) continue
    const title = await surveyTitle(ctx, subject.slice(waveSubject('').length), language)
    if (title !== '') titles.set(subject, title)
  }
  return titles
}

async function surveyTitle(ctx: Context, waveId: string, language: UiLanguage): Promise<string> {
  const wave = await waveBook.findWave(ctx, waveId)
  const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
  if (!version) return ''
  const { definition } = version
  return textIn(definition.title, language, definition.defaultLanguage)
}

async function invitationsOf(
  ctx: Context,
  contactIds: readonly string[],
  language: UiLanguage,
): Promise<OwnInvitation[]> {
  const rows = (await findInvitationsOf(ctx, contactIds)).reverse()
  const responses = new Map(
    (
      await findResponses(
        ctx,
        rows.map(({ _id }) => _id),
      )
    ).map(row => [row._id, row]),
  )
  const waveIds = [...new Set(rows.map(({ waveId }) => waveId))]
  const waves = await Promise.all(waveIds.map(id => waveBook.findWave(ctx, id)))
  const waveOf = new Map(waves.map(wave => [wave?._id, wave]))
  const titles = await surveyTitles(ctx, waveIds.map(waveSubject), language)
  return Promise.all(
    rows.map(async (row: InvitationRow) => {
      const wave = waveOf.get(row.waveId)
      const response = responses.get(row._id)
      const version = response && (await publishedVersion(ctx, response.surveyId, response.version))
      return {
        wave: wave?.name ?? '',
        survey: titles.get(waveSubject(row.waveId)) ?? wave?.name ?? '',
        blind: wave?.kind === 'blind',
        state: row.state,
        sentAt: row.sentAt?.toISOString() ?? null,
        finishedAt: row.finishedAt?.toISOString() ?? null,
        draft: response?.state === 'draft',
        answers:
          response && version
            ? await answersOf(ctx, response._id, {
                definition: version.definition,
                answers: givenAnswers(response.answers),
                language,
              })
            : [],
      }
    }),
  )
}

async function answersOf(
  ctx: Context,
  responseId: string,
  {
    definition,
    answers,
    language,
  }: { definition: SurveyDefinition; answers: ReturnType<typeof givenAnswers>; language: UiLanguage },
): Promise<OwnAnswer[]> {
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language, definition.defaultLanguage)
  const given = questionsOf(definition).filter(({ id }) => Object.hasOwn(answers, id))
  const uploads = given.filter(({ kind }) => kind === 'upload').map(({ id }) => id)
  const files = await attachedFiles(ctx, responseId, uploads, answers)
  const fileNames = Object.fromEntries(Object.entries(files).map(([id, { name }]) => [id, name]))
  return given.flatMap(question => {
    const value = answers[question.id]
    if (value === undefined) return []
    const parts = partsOf(question)?.parts ?? []
    const texts = Object.fromEntries(parts.map(({ id, text }) => [id, say(text)]))
    return [
      {
        question: say(question.text),
        kind: question.kind,
        value,
        texts: question.kind === 'upload' ? fileNames : texts,
      },
    ]
  })
}

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
async function workFor(ctx: Context, contact: KnownContact, ids: readonly string[], language: UiLanguage) {
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

const LONGEST_WORDS = 120

/** The languages that a person may choose for letters: those of the product, and the person's own. */
export function lettersFor({ contact }: PersonalVisit): string[] {
  return [...new Set<string>([...uiLanguages, ...contact.languages])]
}

/** What of a correction cannot be taken, where these languages are offered. */
export function correctionFaults(
  { name, role, phone, language }: OwnCorrection,
  letters: readonly string[],
): (keyof OwnCorrection)[] {
  const faults: (keyof OwnCorrection)[] = []
  if (name === '' || name.length > LONGEST_WORDS) faults.push('name')
  if (role.length > LONGEST_WORDS) faults.push('role')
  if (phone !== '' && !readPhone(phone).ok) faults.push('phone')
  if (!letters.includes(language)) faults.push('language')
  return faults
}

/** Takes over what a person says of themselves, at once: who can read the own data may correct them. */
export async function correctOwnData(
  ctx: Context,
  { contact }: PersonalVisit,
  { name, role, phone, language }: OwnCorrection,
): Promise<void> {
  const languages = [language, ...contact.languages.filter(tag => tag !== language)]
  const changed = await correctContact(ctx, contact.id, {
    name,
    role,
    phone: phone === '' ? null : phone,
    languages,
  })
  if (changed.length > 0)
    await recordOfCustomer(ctx, 'own-data.corrected', `contact:${contact.id}`, changed.join(', '))
}

/** What only staff may do. False: it is more than one request can hold. */
export async function askStaff(
  ctx: Context,
  { contact }: PersonalVisit,
  { kind, text }: { kind: Exclude<DataRequestKind, 'erasure'>; text: string },
): Promise<boolean> {
  try {
    await askAboutData(ctx, { contactId: contact.id, kind, text })
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') return false
    throw error
  }
}

/** Why an erasure would wait for a person; an erasure that waits already is no reason. */
export async function obstaclesFor(ctx: Context, { contact }: PersonalVisit): Promise<ErasureObstacle[]> {
  const [complaints, requests] = await Promise.all([
    countOpenCases(ctx, contact.id),
    dataRequestsOf(ctx, contact.id),
  ])
  const otherRequests = requests.filter(({ kind, state }) => kind !== 'erasure' && !isEnded(state)).length
  return erasureObstacles({ complaints, otherRequests })
}

/** Records the wish with its clocks, and carries it out at once where nothing speaks against it. */
export async function askForErasure(ctx: Context, visit: PersonalVisit): Promise<DataRequestRow> {
  const obstacles = await obstaclesFor(ctx, visit)
  const row = await askAboutData(ctx, {
    contactId: visit.contact.id,
    kind: 'erasure',
    text: '',
    quiet: obstacles.length === 0,
  })
  if (obstacles.length > 0 || isEnded(row.state) || row.state === 'under_way') return row
  try {
    return await beginErasure(ctx, row)
  } catch (error) {
    // A double click: the other one was first, and what it began is what both see.
    if (!(error instanceof AppError) || error.code !== 'wrong_state') throw error
    return (await findRequest(ctx, row._id)) ?? row
  }
}
