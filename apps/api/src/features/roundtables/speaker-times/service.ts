import type { Speaker } from '@sixfold/contract/speakers'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { addLocalDays } from '@sixfold/domain/local-date'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import type { SpeakerTime } from '@sixfold/domain/roundtables/speaker-clashes'
import { resolveWallTime } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import type { RoundtableRow } from '../event-records/service.ts'
import { findSpokenEvents } from '../event-records/service.ts'
import type { SpeakerFields, SpeakerRow } from '../speakers/service.ts'
import { findSpeakers, insertSpeaker, knownSpeakers, updateSpeaker } from '../speakers/service.ts'
import { speakerWords } from './words.ts'

/**
 * When speakers are taken: events to come, of every region, and days away. An event that the person may not see is named by
 * its region alone.
 */
export async function readSpeakerTimes(
  ctx: Context,
  actor: StaffMember,
  speakers: ReadonlyMap<string, SpeakerRow>,
): Promise<SpeakerTime[]> {
  const [events, { zone }, titleOf] = await Promise.all([
    findSpokenEvents(ctx),
    readOrganisation(ctx),
    eventNames(ctx, actor),
  ])
  const taken = events.flatMap(event =>
    event.speakerIds
      .filter(id => speakers.has(id))
      .map(speakerId => ({
        speakerId,
        eventId: event._id,
        title: titleOf(event),
        from: event.startsAt,
        until: event.endsAt,
      })),
  )
  return [...taken, ...[...speakers.values()].flatMap(speaker => daysAway(speaker, zone))]
}

/** Everybody who speaks, with what they are taken by. Names of people are read: it leaves an audit entry. */
export async function listSpeakers(ctx: Context, actor: StaffMember): Promise<{ items: Speaker[] }> {
  if (!can(actor, 'roundtable.read')) throw new AppError('not_found')
  const rows = await findSpeakers(ctx)
  await record(ctx, actor, 'speakers.read', 'speakers', `${rows.length}`)
  return { items: await describe(ctx, actor, rows) }
}

export async function addSpeaker(ctx: Context, actor: StaffMember, fields: SpeakerFields): Promise<Speaker> {
  if (!can(actor, 'roundtable.plan')) throw new AppError('not_found')
  checkAway(fields, actor.language)
  const row = await insertSpeaker(ctx, fields)
  await record(ctx, actor, 'speaker.added', `speaker:${row._id}`)
  return describeOne(ctx, actor, row)
}

/** Changes a speaker at the revision that was seen. Speakers belong to the house: every region may invite them. */
export async function changeSpeaker(
  ctx: Context,
  actor: StaffMember,
  { id, revision, ...fields }: SpeakerFields & { id: string; revision: number },
): Promise<Speaker> {
  if (!can(actor, 'roundtable.plan')) throw new AppError('not_found')
  checkAway(fields, actor.language)
  if (!(await knownSpeakers(ctx, [id])).has(id)) throw new AppError('not_found')
  const row = await updateSpeaker(ctx, { id, revision }, fields)
  if (!row) throw new AppError('revision_conflict')
  await record(ctx, actor, 'speaker.changed', `speaker:${id}`)
  return describeOne(ctx, actor, row)
}

async function describeOne(ctx: Context, actor: StaffMember, row: SpeakerRow): Promise<Speaker> {
  const [speaker] = await describe(ctx, actor, [row])
  if (!speaker) throw new AppError('not_found')
  return speaker
}

async function describe(ctx: Context, actor: StaffMember, rows: readonly SpeakerRow[]): Promise<Speaker[]> {
  const [events, titleOf] = await Promise.all([findSpokenEvents(ctx), eventNames(ctx, actor)])
  return rows.map(({ _id: id, name, about, zone, away, active, revision }) => ({
    id,
    name,
    about,
    zone,
    away,
    active,
    revision,
    events: events
      .filter(({ speakerIds }) => speakerIds.includes(id))
      .map(event => ({
        eventId: can(actor, 'roundtable.read', event) ? event._id : null,
        title: titleOf(event),
        startsAt: event.startsAt.toISOString(),
        endsAt: event.endsAt.toISOString(),
      })),
  }))
}

/** How an event is named to a person: by its title, or by its region where the person may not see more. */
async function eventNames(ctx: Context, actor: StaffMember): Promise<(event: RoundtableRow) => string> {
  const regions = new Map((await listRegions(ctx)).map(({ _id, name }) => [_id, name]))
  return event =>
    can(actor, 'roundtable.read', event)
      ? textIn(event.title, actor.language, actor.language === 'en' ? 'vi' : 'en')
      : (regions.get(event.regionId) ?? '')
}

/** Days away as instants, from the first moment of the first day to the first after the last. */
function daysAway({ _id: speakerId, zone, away }: SpeakerRow, fallbackZone: string): SpeakerTime[] {
  const startOf = (date: string) => resolveWallTime({ date, time: '00:00', zone, fallbackZone }).instant
  return away.map(({ from, until, title }) => ({
    speakerId,
    eventId: null,
    title,
    from: startOf(from),
    until: startOf(addLocalDays(until, 1)),
  }))
}

function checkAway({ away }: SpeakerFields, language: UiLanguage): void {
  const fields = away.flatMap(({ from, until }, at) =>
    until < from ? [{ path: `away.${at}.until`, message: speakerWords(language)('endsBeforeItBegins') }] : [],
  )
  if (fields.length > 0) throw new AppError('invalid_input', { fields })
}
