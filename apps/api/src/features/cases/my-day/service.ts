import type { DayItem, DigestPlan } from '@sixfold/contract/my-day'
import { myDayWords } from '@sixfold/contract/my-day-words'
import type { StaffMember } from '@sixfold/contract/staff'
import { mayLeave, nextDigest, USUAL_DIGEST_TIME } from '@sixfold/domain/my-day/digest'
import type { DueItem } from '@sixfold/domain/my-day/due-item'
import type { PlacedItem } from '@sixfold/domain/my-day/order-day'
import { orderDay } from '@sixfold/domain/my-day/order-day'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { findMember } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { readCalendars } from '../../contact-policy/region-calendars/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { sendMail } from '../../house/outbox/service.ts'
import { dueSources } from './sources.ts'
import type { DigestRow } from './store.ts'
import { deleteDigest, findDigest, findDueDigests, planNext, storeDigest } from './store.ts'

export { findNextTime } from './store.ts'

/** More than anybody does in a day; what is beyond is the least urgent. */
const MOST_SHOWN = 200

/** Everything that is due for somebody, in the order in which it should be done. Reading it leaves an audit entry. */
export async function readMyDay(ctx: Context, actor: StaffMember) {
  const { zone } = await digestOf(ctx, actor)
  const placed = await placedItems(ctx, actor, zone)
  if (placed.length > 0) await record(ctx, actor, 'my-day.read', 'my-day', `${placed.length}`)
  const count = (kind: DueItem['kind']) => placed.filter(item => item.kind === kind).length
  return {
    items: placed.slice(0, MOST_SHOWN).map(toDayItem),
    counts: { call: count('call'), case: count('case'), task: count('task'), approval: count('approval') },
    now: ctx.clock.now().toISOString(),
    zone,
  }
}

async function placedItems(ctx: Context, actor: StaffMember, zone: string): Promise<PlacedItem[]> {
  const items = (await Promise.all(dueSources.map(dueFor => dueFor(ctx, actor)))).flat()
  return orderDay(items, { now: ctx.clock.now(), zone })
}

function toDayItem({ dueAt, stake: _, severe: __, revenue: ___, ...item }: PlacedItem): DayItem {
  return { ...item, dueAt: dueAt?.toISOString() ?? null }
}

/** When somebody gets the list of the day by mail; who never chose, gets none. */
export async function readDigest(ctx: Context, actor: StaffMember) {
  return toDigest(await digestOf(ctx, actor))
}

export async function saveDigest(ctx: Context, actor: StaffMember, plan: DigestPlan) {
  const regions = await ownRegions(ctx, actor)
  if (!regions.some(({ _id }) => _id === plan.regionId)) throw new AppError('not_found')
  const row = { _id: actor.id, ...plan, nextAt: plan.on ? await nextOf(ctx, plan) : null }
  await storeDigest(ctx, row)
  return toDigest(row)
}

const toDigest = ({ on, time, zone, regionId, nextAt }: DigestRow) => ({
  on,
  time,
  zone,
  regionId,
  nextAt: nextAt?.toISOString() ?? null,
})

async function digestOf(ctx: Context, actor: StaffMember): Promise<DigestRow> {
  const stored = await findDigest(ctx, actor.id)
  if (stored) return stored
  const [regions, { zone }] = await Promise.all([ownRegions(ctx, actor), readOrganisation(ctx)])
  const home = regions.find(region => region.zone === zone) ?? regions[0]
  const place = { zone: home?.zone ?? zone, regionId: home?._id ?? 'none' }
  return { _id: actor.id, on: false, time: USUAL_DIGEST_TIME, ...place, nextAt: null }
}

async function ownRegions(ctx: Context, { regions }: StaffMember) {
  const all = await listRegions(ctx)
  return regions === 'all' ? all : all.filter(({ _id }) => regions.includes(_id))
}

async function nextOf(
  ctx: Context,
  plan: Pick<DigestRow, 'time' | 'zone' | 'regionId'>,
): Promise<Date | null> {
  const calendar = await (await readCalendars(ctx))(plan.regionId)
  return nextDigest(ctx.clock.now(), { ...plan, calendar })
}

const DIGESTS_AT_ONCE = 50

/** Sends the lists whose time has come, each once a day; says how many there were. Safe to repeat. */
export async function sendDigests(ctx: Context): Promise<number> {
  const due = await findDueDigests(ctx, ctx.clock.now(), DIGESTS_AT_ONCE)
  for (const row of due) {
    const member = await findMember(ctx, row._id)
    if (!member) {
      await deleteDigest(ctx, row._id)
      continue
    }
    await sendDigest(ctx, member, row)
    await planNext(ctx, row, await nextOf(ctx, row))
  }
  return due.length
}

/** What fits into a mail that is read on the way to work; the rest is counted. */
const LINES = 10

async function sendDigest(ctx: Context, member: StaffMember, { nextAt, ...plan }: DigestRow): Promise<void> {
  const now = ctx.clock.now()
  const calendar = await (await readCalendars(ctx))(plan.regionId)
  if (nextAt === null || !mayLeave(nextAt, now, { ...plan, calendar })) return
  const items = (await placedItems(ctx, member, plan.zone)).filter(({ group }) => group !== 'later')
  if (items.length === 0) return
  const today = wallTimeIn(now, plan.zone).date
  const lines = items.slice(0, LINES).map((item, at) => `${at + 1}. ${lineOf(item, member.language)}`)
  await sendMail(ctx, {
    kind: 'my-day',
    key: `my-day:${member.id}:${today}`,
    to: member.email,
    language: member.language,
    values: {
      name: member.name,
      n: items.length,
      late: items.filter(({ group }) => group === 'late').length,
      list: lines.join('\n'),
      more: Math.max(0, items.length - LINES),
      link: `${ctx.config.publicUrl}/desk/`,
    },
  })
  await record(ctx, member, 'my-day.mailed', 'my-day', `${items.length}`)
}

/** No name of a person leaves by mail: who they are is read behind the sign-in. */
function lineOf(
  { topic, accountName, title, reasons }: PlacedItem,
  language: StaffMember['language'],
): string {
  const say = myDayWords(language)
  const what = [say(`topic.${topic}`), accountName || title].filter(text => text !== '').join(': ')
  const why = reasons.map(reason => say(`reason.${reason}`)).join(', ')
  return why === '' ? what : `${what} (${why})`
}
