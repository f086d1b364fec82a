import type { DueReason, DueStanding } from '@sixfold/domain/due/due-step'
import { addLocalDays, type LocalDate } from '@sixfold/domain/local-date'
import { isTouchRefusal } from '@sixfold/domain/touch-decision'
import { resolveWallTime } from '@sixfold/domain/wall-time'
import { inAudience } from '@sixfold/domain/waves/audience'
import type { Context } from '../../../context.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import type { Excluded } from '../exclusions/service.ts'
import { excludedOf } from '../exclusions/service.ts'
import type { InvitationRow } from '../invitations/service.ts'
import { findInvitationsTo, planInvitations } from '../invitations/service.ts'
import type { WaveRow } from '../wave-records/service.ts'
import { stateOf, waveBook } from '../wave-records/service.ts'

/** A survey that is due to somebody, on its way into a wave. */
export interface DueSurvey {
  standing: DueStanding
  /** The wave it was handed to; null: none yet. */
  waveId: string | null
  contact: KnownContact | undefined
  nextLookOn: LocalDate
}

export interface Joiner {
  waveId: string
  contactId: string
  /** The last day in the contact's zone on which the invitation may leave. */
  lastDay: LocalDate
}

/** The waves that people join while they run, and what became of those who did. */
export interface WaveDesk {
  /** Where a survey stands, given its wave: handed over, sent, refused, or without a wave that asks this person. */
  stepOf: (survey: DueSurvey) => DueStanding & { waveId: string | null }
  /** Plans the invitations of those who have none yet. Repeating it changes nothing. */
  join: (joiners: readonly Joiner[]) => Promise<void>
}

/** `earlierIds`: waves that surveys were handed to before. */
export async function openWaveDesk(
  ctx: Context,
  contacts: readonly KnownContact[],
  earlierIds: readonly string[],
): Promise<WaveDesk> {
  const rolling = await rollingWaves(ctx, 'product')
  const waveIds = new Set([...rolling.map(({ row }) => row._id), ...earlierIds])
  const known = new Map<string, InvitationRow>()
  for (const waveId of waveIds)
    for (const invitation of await findInvitationsTo(
      ctx,
      waveId,
      contacts.map(({ id }) => id),
    ))
      known.set(keyOf(waveId, invitation.contactId), invitation)
  // Two things of one person that come due on one day find one place in the wave.
  const taken = new Set(known.keys())

  const stepOf: WaveDesk['stepOf'] = ({ standing, waveId, contact, nextLookOn }) => {
    const earlier = waveId && contact ? known.get(keyOf(waveId, contact.id)) : undefined
    if (earlier && wasSent(earlier))
      return { state: 'done', reason: null, dueAt: null, lookOn: nextLookOn, waveId }
    if (standing.state === 'lapsed') return { ...standing, waveId }
    const wait = (reason: DueReason | null, id: string | null) => ({
      ...standing,
      state: 'waiting' as const,
      reason,
      lookOn: nextLookOn,
      waveId: id,
    })
    if (earlier?.state === 'planned')
      return {
        ...standing,
        state: 'due',
        reason: reasonOf(earlier),
        dueAt: earlier.dueAt,
        lookOn: nextLookOn,
        waveId,
      }
    // Handed over, but stopped before the invitation was planned.
    if (waveId && !earlier && rolling.some(({ row }) => row._id === waveId))
      return { ...standing, state: 'due', reason: null, lookOn: nextLookOn, waveId }
    if (standing.state !== 'due' || !contact) return { ...standing, waveId: null }
    const here = rolling.filter(({ row }) => row.regionIds.includes(contact.regionId))
    if (here.length === 0) return wait('no_programme', null)
    const fitting = here.filter(wave => admits(wave, contact))
    if (fitting.length === 0) return wait('not_in_programme', null)
    const free = fitting.find(({ row }) => !taken.has(keyOf(row._id, contact.id)))
    if (!free)
      return wait(earlier ? (reasonOf(earlier) ?? 'in_this_wave_already') : 'in_this_wave_already', waveId)
    taken.add(keyOf(free.row._id, contact.id))
    return { ...standing, lookOn: nextLookOn, waveId: free.row._id }
  }

  return {
    stepOf,
    async join(joiners) {
      const byId = new Map(contacts.map(contact => [contact.id, contact]))
      for (const [waveId, own] of Map.groupBy(joiners, joiner => joiner.waveId)) {
        const wave = rolling.find(({ row }) => row._id === waveId)?.row
        const fresh = own.flatMap(({ contactId, lastDay }) => {
          const contact = byId.get(contactId)
          if (!contact || known.has(keyOf(waveId, contactId))) return []
          return [{ contact, sendUntil: endOf(lastDay, contact.zone) }]
        })
        if (wave && fresh.length > 0) await plan(ctx, wave, fresh)
      }
    },
  }
}

/** The wave whose survey is read out to this person; null: none runs that asks them. */
export async function callWaveFor(ctx: Context, contact: KnownContact): Promise<WaveRow | null> {
  const waves = await rollingWaves(ctx, 'call')
  const found = waves.find(wave => wave.row.regionIds.includes(contact.regionId) && admits(wave, contact))
  return found?.row ?? null
}

interface RollingWave {
  row: WaveRow
  excluded: Excluded
}

async function rollingWaves(ctx: Context, kind: 'product' | 'call'): Promise<RollingWave[]> {
  const open = await waveBook.findOpenWaves(ctx)
  const rolling = open.filter(row => row.kind === kind && stateOf(ctx, row) === 'running')
  return Promise.all(rolling.map(async row => ({ row, excluded: await excludedOf(ctx, row.programmeId) })))
}

function admits({ row, excluded }: RollingWave, contact: KnownContact): boolean {
  return (
    inAudience(row.audience, contact) &&
    !excluded.contacts.has(contact.id) &&
    !excluded.accounts.has(contact.accountId)
  )
}

async function plan(
  ctx: Context,
  { _id: id, surveyId, version: number, closesAt }: WaveRow,
  joiners: readonly { contact: KnownContact; sendUntil: Date }[],
): Promise<void> {
  const version = await publishedVersion(ctx, surveyId, number)
  if (!version) throw new Error(`version ${number} of the survey ${surveyId} is gone`)
  const { languages, defaultLanguage } = version.definition
  const until = new Map(joiners.map(({ contact, sendUntil }) => [contact.id, sendUntil]))
  await planInvitations(
    ctx,
    { id, closesAt, languages, defaultLanguage },
    joiners.map(({ contact }) => contact),
    ({ id: contactId }) => until.get(contactId) ?? null,
  )
}

const keyOf = (waveId: string, contactId: string) => `${waveId} ${contactId}`

const wasSent = ({ sentAt }: InvitationRow) => sentAt !== null

const reasonOf = ({ reason }: InvitationRow) => (reason !== null && isTouchRefusal(reason) ? reason : null)

function endOf(lastDay: LocalDate, zone: string): Date {
  return resolveWallTime({ date: addLocalDays(lastDay, 1), time: '00:00', zone }).instant
}
