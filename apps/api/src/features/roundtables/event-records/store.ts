import type { DayKind } from '@sixfold/domain/calendar/working-days'
import type { LocalText } from '@sixfold/domain/local-text'
import type { EventKind } from '@sixfold/domain/roundtables/event-kind'
import type { ApprovalState } from '@sixfold/domain/roundtables/freeze'
import type { Seating } from '@sixfold/domain/seats/seating'
import type { Context } from '../../../context.ts'
import { defineCollection, newId, trusted } from '../../../db/collection.ts'

/** The plan of an event as people wrote it. */
export interface RoundtablePlan {
  regionId: string
  kind: EventKind
  title: LocalText
  description: LocalText
  date: string
  startTime: string
  endTime: string
  zone: string
  venue: string
  /** What was planned; what holds stands in the seat ledger. */
  capacity: number | null
  seating: Seating
  answerBy: string
  /** From this day on time, place and seats change only with the approval of a second person. */
  freezeOn: string | null
  speakerIds: string[]
}

/** A plan as people give it: what they need not say has its usual value. */
export type NewPlan = Omit<RoundtablePlan, 'kind' | 'freezeOn' | 'speakerIds' | 'seating'> &
  Partial<Pick<RoundtablePlan, 'kind' | 'freezeOn' | 'speakerIds' | 'seating'>>

/** What the resolver made of the plan's wall times. */
export interface ResolvedTimes {
  startsAt: Date
  endsAt: Date
  /** The zone that was used: the organisation's own where the plan's is unknown. */
  usedZone: string
  acceptUntil: Date
  timeNotice: 'gap' | 'overlap' | 'unknown_zone' | null
}

/** What a colleague wants to change of a frozen event, and what a second person said to it. */
export interface ApprovalRow {
  id: string
  changes: PlanChanges
  before: PlanChanges
  note: string
  state: ApprovalState
  askedById: string
  askedBy: string
  askedAt: Date
  decidedById: string
  decidedBy: string
  decidedAt: Date | null
  reason: string
}

export type PlanChanges = {
  [Key in keyof Omit<RoundtablePlan, 'regionId' | 'kind'>]?: RoundtablePlan[Key] | undefined
}

export interface RoundtableRow extends RoundtablePlan, ResolvedTimes {
  _id: string
  /** What the list of days off said when the day was chosen; absent where nobody noted it. */
  notedDay?: DayKind
  /** The latest last; at most one of them is open. */
  approvals?: ApprovalRow[]
  state: 'planned' | 'cancelled'
  /** Of every calendar message about the event, for ever. */
  uid: string
  organizer: { name: string; email: string }
  /** Rises with every change that calendars must follow. */
  sequence: number
  /** Rises with every change; a change names the one it was made on. */
  revision: number
  createdAt: Date
}

const roundtables = defineCollection<RoundtableRow>(
  'roundtables',
  {
    _id: String,
    regionId: String,
    kind: String,
    title: {},
    description: {},
    date: String,
    startTime: String,
    endTime: String,
    zone: String,
    venue: String,
    capacity: Number,
    seating: {},
    answerBy: String,
    freezeOn: String,
    speakerIds: [String],
    startsAt: Date,
    endsAt: Date,
    usedZone: String,
    acceptUntil: Date,
    timeNotice: String,
    notedDay: {},
    approvals: {},
    state: String,
    uid: String,
    organizer: {},
    sequence: Number,
    revision: Number,
    createdAt: Date,
  },
  [
    { fields: { date: 1 } },
    { fields: { regionId: 1, date: 1 } },
    { fields: { endsAt: 1 } },
    { fields: { uid: 1 } },
  ],
)

export async function insertRoundtable(
  ctx: Context,
  row: Omit<RoundtableRow, '_id' | 'state' | 'sequence' | 'revision' | 'createdAt'>,
): Promise<RoundtableRow> {
  const full: RoundtableRow = {
    _id: newId(),
    ...row,
    state: 'planned',
    sequence: 0,
    revision: 1,
    createdAt: ctx.clock.now(),
  }
  await roundtables(ctx).create(full)
  return full
}

export function findRoundtable(ctx: Context, id: string): Promise<RoundtableRow | null> {
  return roundtables(ctx).findById(id).lean<RoundtableRow>().exec()
}

/** The event of a calendar message; null: none of ours has this UID. */
export function findRoundtableByUid(ctx: Context, uid: string): Promise<RoundtableRow | null> {
  return roundtables(ctx).findOne({ uid }).lean<RoundtableRow>().exec()
}

/** A region's events that end after an instant, in order. */
export function findRoundtablesSince(
  ctx: Context,
  regionId: string,
  since: Date,
  limit: number,
): Promise<RoundtableRow[]> {
  return roundtables(ctx)
    .find({ regionId, endsAt: trusted({ $gt: since }) })
    .sort({ startsAt: 1, _id: 1 })
    .limit(limit)
    .lean<RoundtableRow[]>()
    .exec()
}

/** Events of a span of days, both included, in order. */
export function findRoundtables(
  ctx: Context,
  regionIds: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<RoundtableRow[]> {
  return roundtables(ctx)
    .find({ regionId: trusted({ $in: [...regionIds] }), date: trusted({ $gte: from, $lte: to }) })
    .sort({ date: 1, startTime: 1 })
    .lean<RoundtableRow[]>()
    .exec()
}

/** The first event of a region that has not begun and was not cancelled. */
export function findNextRoundtable(ctx: Context, regionId: string): Promise<RoundtableRow | null> {
  return roundtables(ctx)
    .findOne({ regionId, state: 'planned', startsAt: trusted({ $gt: ctx.clock.now() }) })
    .sort({ startsAt: 1, _id: 1 })
    .lean<RoundtableRow>()
    .exec()
}

export interface EventDate extends Pick<RoundtableRow, '_id' | 'regionId' | 'date' | 'kind'> {}

/** Days of the events that were not cancelled; without ids: of all regions. */
export async function findEventDates(ctx: Context, regionIds?: readonly string[]): Promise<EventDate[]> {
  const rows = await roundtables(ctx)
    .find({ ...(regionIds && { regionId: trusted({ $in: [...regionIds] }) }), state: 'planned' })
    .select('regionId date kind')
    .lean<EventDate[]>()
  return rows.map(row => ({ ...row, kind: row.kind ?? 'round_table' }))
}

/** Events of all regions that are not over and were not cancelled, at which somebody speaks. */
export function findSpokenEvents(ctx: Context): Promise<RoundtableRow[]> {
  return roundtables(ctx)
    .find({
      endsAt: trusted({ $gt: ctx.clock.now() }),
      state: 'planned',
      'speakerIds.0': trusted({ $exists: true }),
    })
    .sort({ startsAt: 1 })
    .lean<RoundtableRow[]>()
    .exec()
}

/** The region's latest events that began and were not cancelled, the latest first. */
export function findLastRoundtables(ctx: Context, regionId: string, limit: number): Promise<RoundtableRow[]> {
  return roundtables(ctx)
    .find({ regionId, state: 'planned', startsAt: trusted({ $lte: ctx.clock.now() }) })
    .sort({ startsAt: -1 })
    .limit(limit)
    .lean<RoundtableRow[]>()
    .exec()
}

/** Events that ended after this instant and were not cancelled. */
export function findEndingAfter(ctx: Context, from: Date): Promise<RoundtableRow[]> {
  return roundtables(ctx)
    .find({ endsAt: trusted({ $gt: from }), state: 'planned' })
    .lean<RoundtableRow[]>()
    .exec()
}

/** Events that are not over yet, cancelled ones among them. */
export async function findUpcomingIds(ctx: Context): Promise<string[]> {
  const rows = await roundtables(ctx)
    .find({ endsAt: trusted({ $gt: ctx.clock.now() }) })
    .select('_id')
    .lean<{ _id: string }[]>()
  return rows.map(({ _id }) => _id)
}

/** Changes an event on the revision and in the state it was read at; null when either is another one by now. */
export function changeRoundtable(
  ctx: Context,
  { _id, revision, state }: RoundtableRow,
  changes: Partial<RoundtableRow>,
  { raisesSequence }: { raisesSequence: boolean },
): Promise<RoundtableRow | null> {
  return roundtables(ctx)
    .findOneAndUpdate(
      { _id, revision, state },
      { $set: changes, $inc: { revision: 1, sequence: raisesSequence ? 1 : 0 } },
      { returnDocument: 'after' },
    )
    .lean<RoundtableRow>()
    .exec()
}
