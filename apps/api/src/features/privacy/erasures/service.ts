import type { StaffMember } from '@sixfold/contract/staff'
import { commentQuestions } from '@sixfold/domain/comments/comments'
import type { WaveEffect } from '@sixfold/domain/data-requests/erasing'
import { anonymousAnswers, segmentsToKeep } from '@sixfold/domain/data-requests/erasing'
import type { Scoreboard } from '@sixfold/domain/scoreboard'
import { EVERYBODY } from '@sixfold/domain/scoreboard'
import { release } from '@sixfold/domain/seats/seat-sides'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import { foldText } from '@sixfold/domain/text/fold'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { deleteJobs } from '../../../jobs/store.ts'
import type { KeptResponse } from '../../answering/responses/service.ts'
import { findResponses, peopleOf, replaceResponse } from '../../answering/responses/service.ts'
import { forgetCallRequests } from '../../calls/call-requests/service.ts'
import { lookAgain } from '../../calls/due/service.ts'
import { eraseFromDue } from '../../calls/due-records/service.ts'
import { eraseFromCases } from '../../cases/cases/service.ts'
import { eraseFromTasks } from '../../cases/tasks/service.ts'
import { deleteLedgers, readOwnLedgers } from '../../contact-policy/contact-ledger/service.ts'
import { deleteReturns } from '../../contact-policy/mail-returns/service.ts'
import type { ContactRow } from '../../customers/contacts/service.ts'
import {
  eraseContacts,
  findContactsByEmail,
  findContactWithMerged,
} from '../../customers/contacts/service.ts'
import { erasePairsOf } from '../../customers/duplicates/service.ts'
import { eraseFromInstallations } from '../../customers/installations/service.ts'
import { eraseFromDeals } from '../../evidence/deal-records/service.ts'
import { deleteFeedsOf } from '../../guests/calendar-feeds/service.ts'
import { deleteReplies } from '../../guests/calendar-replies/service.ts'
import { eraseFromGuests, findGuestsOf } from '../../guests/guests/service.ts'
import { eraseFromWalkIns } from '../../guests/seat-desk/service.ts'
import { changeSeats } from '../../guests/seats/service.ts'
import { record, recordOfCustomer } from '../../house/audit/service.ts'
import { removeUploadsOf } from '../../house/files/service.ts'
import { eraseFaults, findQuoting } from '../../house/imports/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { deleteMails, findMailsTo } from '../../house/outbox/service.ts'
import { eraseFromEntries } from '../../live/live-entries/service.ts'
import { eraseFromRequirements } from '../../requirements/requirement-records/service.ts'
import { forgetComments } from '../../results/comment-records/service.ts'
import { advanceScoreboard, readCounts, rebuildScoreboard } from '../../results/scoreboards/service.ts'
import { findGuestEvent } from '../../roundtables/event-records/service.ts'
import { eraseFromPolls } from '../../roundtables/poll-records/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { eraseFromExclusions } from '../../waves/exclusions/service.ts'
import type { InvitationRow } from '../../waves/invitations/service.ts'
import { eraseFromInvitations, findInvitationsOf } from '../../waves/invitations/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import { eraseFromRequests } from '../data-requests/service.ts'
import { deleteLinks } from '../personal-links/service.ts'

/** Who wants it: a colleague, or the person by the own page, or the operator at the command line. */
export type ErasedBy = StaffMember | 'customer' | 'operator'

/** Where the effects on numbers are kept before they come about: an interrupted run takes the answers they are counted from. */
interface EffectsKept {
  /** Those that an earlier run noted. */
  known: readonly WaveEffect[]
  note: (effects: readonly WaveEffect[]) => Promise<void>
}

const nowhere: EffectsKept = { known: [], note: async () => undefined }

/**
 * Erases a person whole: the record with all that were merged into it, links, drafts, files, mails, tasks, wishes. What was
 * answered stays as numbers where nobody can be recognised in them. Each step may be repeated: whoever is interrupted begins
 * again. Answers what it did to the numbers of which waves.
 */
export async function eraseContact(
  ctx: Context,
  contactId: string,
  by: ErasedBy,
  kept: EffectsKept = nowhere,
): Promise<WaveEffect[]> {
  const rows = await findContactWithMerged(ctx, contactId)
  if (rows.length === 0) throw new AppError('not_found')
  const ids = rows.map(({ _id }) => _id)
  const traces = await tracesOf(ctx, rows)
  // First the record: from now on every touch is refused, no link opens, and no import brings the person back.
  await eraseContacts(ctx, rows)
  await deleteLinks(ctx, ids)
  const effects = await eraseAnswers(ctx, ids, kept)
  await leaveSeats(ctx, ids)
  await eraseFromWalkIns(ctx, text => traces.names.has(foldText(text)))
  await eraseFromPolls(ctx, ids)
  await eraseFromWork(ctx, ids)
  await eraseMails(ctx, ids, traces.addresses)
  await deleteReplies(ctx, { contactIds: ids, addresses: traces.addresses })
  await deleteFeedsOf(ctx, ids)
  await eraseFromEntries(ctx, text => traces.quotedIn(text))
  for (const row of await findQuoting(ctx, text => traces.quotedIn(text))) await eraseFaults(ctx, row)
  await deleteLedgers(ctx, ids)
  await note(ctx, contactId, by, effects)
  return effects
}

/** What a person may be found by elsewhere. After an interruption part of it is gone, with what it was needed for. */
async function tracesOf(ctx: Context, rows: readonly ContactRow[]) {
  const ids = rows.map(({ _id }) => _id)
  const ledgers = await readOwnLedgers(ctx, ids)
  const mails = await findMailsTo(ctx, { contactIds: ids, addresses: [] })
  const addresses = unique([
    ...rows.map(({ email }) => email),
    ...[...ledgers.values()].map(({ deadMailbox }) => deadMailbox?.address ?? ''),
    ...mails.map(({ to }) => to),
  ])
  const others = new Set(
    (await findContactsByEmail(ctx, addresses)).filter(({ _id }) => !ids.includes(_id)).map(row => row.email),
  )
  const words = unique([...addresses, ...rows.flatMap(({ name, phone }) => [name, phone ?? ''])])
  return {
    /** Those that no other contact has. */
    addresses: addresses.filter(address => !others.has(address)),
    /** As somebody at a door may have typed them. */
    names: new Set(rows.map(({ name }) => foldText(name)).filter(name => name !== '')),
    quotedIn: (text: string) => words.some(word => text.toLowerCase().includes(word)),
  }
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words.map(word => word.trim().toLowerCase()).filter(word => word !== ''))]
}

/** Drafts and files go; what was sent stays among the others, nameless, as far as its groups are large enough. */
async function eraseAnswers(
  ctx: Context,
  contactIds: readonly string[],
  { known, note }: EffectsKept,
): Promise<WaveEffect[]> {
  const invitations = await findInvitationsOf(ctx, contactIds)
  const ids = invitations.map(({ _id }) => _id)
  await eraseFromInvitations(ctx, ids)
  await removeUploadsOf(ctx, ids)
  const effects = new Map(known.map(effect => [effect.waveId, effect]))
  for (const [waveId, own] of Map.groupBy(invitations, one => one.waveId)) {
    const noted = effects.get(waveId)
    const effect = await eraseFromWave(ctx, waveId, own, async coming => {
      if (noted) return
      effects.set(waveId, coming)
      await note([...effects.values()])
    })
    // What was noted before an interruption was counted on all answers, this on those that were left.
    if (effect && !noted) effects.set(waveId, effect)
  }
  return [...effects.values()]
}

async function eraseFromWave(
  ctx: Context,
  waveId: string,
  invitations: readonly InvitationRow[],
  note: (coming: WaveEffect) => Promise<void>,
): Promise<WaveEffect | null> {
  // Everything that is submitted is counted first, so that what takes its place may count at once.
  await advanceScoreboard(ctx, waveId)
  const before = await readCounts(ctx, waveId)
  const { minimumCell } = await readOrganisation(ctx)
  const responses = new Map(
    (
      await findResponses(
        ctx,
        invitations.map(({ _id }) => _id),
      )
    ).map(row => [row._id, row]),
  )
  const waveName = (await waveBook.findWave(ctx, waveId))?.name ?? ''
  const responsesBefore = before[EVERYBODY]?.responses ?? 0
  const sent = [...responses.values()].filter(row => row.state === 'submitted')
  const fates = sent.map(row => fateOf(row, before, minimumCell))
  const lastFate = fates.at(-1)
  if (lastFate) {
    const removed = fates.filter(one => one === 'removed').length
    const coming = { before: responsesBefore, after: responsesBefore - removed }
    await note({ waveId, waveName, fate: lastFate, ...coming })
  }
  let fate: WaveEffect['fate'] | null = null
  for (const { _id } of invitations) {
    fate = (await makeNameless(ctx, _id, responses.get(_id), { board: before, minimumCell })) ?? fate
  }
  // Also without a response: an earlier run may have been interrupted between the two.
  if (fate === null && invitations.every(({ state }) => state !== 'finished')) return null
  await rebuildScoreboard(ctx, waveId)
  const after = await readCounts(ctx, waveId)
  if (fate === null) return null
  return {
    waveId,
    waveName,
    fate,
    before: responsesBefore,
    after: after[EVERYBODY]?.responses ?? 0,
  }
}

/** What becomes of a response that was sent, by the numbers as they stand. */
function fateOf(row: KeptResponse, board: Scoreboard, minimum: number): WaveEffect['fate'] {
  return segmentsToKeep(board, { segments: row.segments, people: peopleOf(row), minimum })
    ? 'kept'
    : 'removed'
}

/**
 * Takes the name from what was sent, on a board that counts it; a draft goes. Null: there is nothing that was sent, or an
 * interrupted run has seen to it, and its end is made up for. Repeating it changes nothing.
 */
export async function makeNameless(
  ctx: Context,
  id: string,
  row: KeptResponse | undefined,
  { board, minimumCell }: { board: Scoreboard; minimumCell: number },
): Promise<WaveEffect['fate'] | null> {
  const version = row && (await publishedVersion(ctx, row.surveyId, row.version))
  if (!row || !version || row.state !== 'submitted') {
    await replaceResponse(ctx, id, null)
    return null
  }
  const people = peopleOf(row)
  const segments = segmentsToKeep(board, { segments: row.segments, people, minimum: minimumCell })
  const answers = anonymousAnswers(version.definition, givenAnswers(row.answers))
  const nameless = Object.entries(answers).map(([question, value]) => [question, { value, revision: 1 }])
  const kept = segments && { segments, answers: Object.fromEntries(nameless) }
  const words = commentQuestions(version.definition).map(({ question }) => question.id)
  await forgetComments(ctx, [id], words)
  await replaceResponse(ctx, id, kept && { row, kept })
  // Once more: a gathering that had read the answers may have brought them back.
  await forgetComments(ctx, [id], words)
  return kept ? 'kept' : 'removed'
}

/** Seats at events to come are free for others. */
async function leaveSeats(ctx: Context, contactIds: readonly string[]): Promise<void> {
  const now = ctx.clock.now()
  const guests = await findGuestsOf(ctx, contactIds)
  await eraseFromGuests(ctx, contactIds)
  for (const guest of guests) {
    const event = await findGuestEvent(ctx, guest.roundtableId)
    if (event && !event.cancelled && now < event.startsAt)
      await changeSeats(ctx, event, ledger => release(ledger, guest._id, { now }))
  }
}

/** Lists of work and of what was bought name the person no more; somebody else at the account is asked instead. */
async function eraseFromWork(ctx: Context, contactIds: readonly string[]): Promise<void> {
  await eraseFromTasks(ctx, contactIds)
  await eraseFromCases(ctx, contactIds)
  await eraseFromRequirements(ctx, contactIds)
  await eraseFromDeals(ctx, contactIds)
  for (const id of contactIds) await forgetCallRequests(ctx, id)
  await eraseFromExclusions(ctx, contactIds)
  await erasePairsOf(ctx, contactIds)
  await eraseFromRequests(ctx, contactIds)
  const accountIds = await eraseFromInstallations(ctx, contactIds)
  await eraseFromDue(ctx, contactIds)
  await lookAgain(ctx, accountIds)
}

/** Mails with what came back of them, and the jobs whose errors quote them. */
async function eraseMails(
  ctx: Context,
  contactIds: readonly string[],
  addresses: readonly string[],
): Promise<void> {
  const mailIds = (await findMailsTo(ctx, { contactIds, addresses })).map(({ _id }) => _id)
  await deleteReturns(ctx, { contactIds, mailIds })
  await deleteMails(ctx, mailIds)
  await deleteJobs(
    ctx,
    mailIds.flatMap(id => [`mail:${id}`, `mail-refused:${id}`]),
  )
}

/** The entry names nobody: it says that a person was erased, and what that did to published numbers (law 7). */
async function note(
  ctx: Context,
  contactId: string,
  by: ErasedBy,
  effects: readonly WaveEffect[],
): Promise<void> {
  const detail = effects.map(({ waveId, before, after }) => `${waveId}: ${before} → ${after}`).join('; ')
  const subject = `contact:${contactId}`
  if (by === 'customer') return recordOfCustomer(ctx, 'contact.erased', subject, detail)
  await record(ctx, by === 'operator' ? null : by, 'contact.erased', subject, detail)
}
