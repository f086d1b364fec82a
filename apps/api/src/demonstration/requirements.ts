import type { Requirement } from '@sixfold/contract/requirements'
import type { StaffMember } from '@sixfold/contract/staff'
import type { BlockKind } from '@sixfold/domain/minutes/blocks'
import { addDays } from 'date-fns'
import type { Context } from '../context.ts'
import { closeTask, listTasks } from '../features/cases/tasks/service.ts'
import { findGuests } from '../features/guests/guests/service.ts'
import { mergeRequirements } from '../features/requirements/requirement-merges/service.ts'
import { noteRequirement, saveReply, setStatus } from '../features/requirements/requirement-notes/service.ts'
import { listRequirements, readRequirement } from '../features/requirements/requirements/service.ts'
import { noteAction } from '../features/roundtables/actions/service.ts'
import { findRoundtables } from '../features/roundtables/event-records/service.ts'
import { nameVersion, saveMinutes } from '../features/roundtables/minutes/service.ts'
import type { PlannedEvent } from './events.ts'
import type { Statement } from './statements.ts'
import { statements } from './statements.ts'

const STATEMENTS_HEARD = 3
const MODEL = { key: 'ibm-six', version: 1 }

/** The hour after a round table: what was said there is noted, and its minutes are written. */
export async function writeDown(
  ctx: Context,
  actor: StaffMember,
  { region, date }: PlannedEvent,
  number: number,
): Promise<void> {
  const [event] = await findRoundtables(ctx, [region._id], { from: date, to: date })
  if (!event) return
  const came = (await findGuests(ctx, event._id)).filter(({ answer }) => answer === 'accept')
  const said = Array.from(
    { length: STATEMENTS_HEARD },
    (_, at) => statements[(number * 2 + at * 3) % statements.length] as Statement,
  )
  const language = region.country === 'VN' ? 'vi' : 'en'
  const noted: Requirement[] = []
  for (const [at, statement] of said.entries())
    noted.push(
      await noteRequirement(ctx, actor, {
        text: statement.text,
        factor: { model: MODEL, key: statement.factor },
        source: {
          kind: 'round_table',
          aboutId: event._id,
          contactId: came[at * 2]?.contactId ?? null,
          regionId: region._id,
          said: statement.said[language],
          mayQuote: at !== 1,
        },
      }),
    )
  const due = addDays(new Date(`${date}T00:00:00Z`), 21)
    .toISOString()
    .slice(0, 10)
  const action = await noteAction(ctx, actor, {
    aboutKind: 'round_table',
    aboutId: event._id,
    text: minutesIn[language].action,
    ownerId: actor.id,
    due,
  })
  await write(ctx, actor, { eventId: event._id, noted, actionId: action.id, language })
}

interface Written {
  eventId: string
  noted: readonly Requirement[]
  actionId: string
  language: 'en' | 'vi'
}

/** Minutes and what was agreed on are written in the language of the table. */
const minutesIn = {
  en: {
    before: 'What was done since the last round table',
    progress: 'The requests of last time were gone through one by one; two are done, one is being worked on.',
    asked: 'What customers asked for',
    decision: 'Delivery comes first in the next quarter; the region reports at the next round table.',
    action: 'Ask the depot what the first request would cost, and tell the guests',
    version: 'Sent to the guests',
  },
  vi: {
    before: 'Những việc đã làm từ buổi trước',
    progress: 'Đã điểm lại từng yêu cầu của buổi trước: hai việc đã xong, một việc đang làm.',
    asked: 'Khách hàng yêu cầu',
    decision: 'Quý tới ưu tiên giao hàng; khu vực báo cáo kết quả tại buổi tọa đàm sau.',
    action: 'Hỏi kho chi phí thực hiện yêu cầu đầu tiên và báo lại cho khách',
    version: 'Bản gửi khách',
  },
}

async function write(
  ctx: Context,
  actor: StaffMember,
  { eventId, noted, actionId, language }: Written,
): Promise<void> {
  const { before, progress, asked, decision, action, version } = minutesIn[language]
  const lines: { kind: BlockKind; text: string; refId?: string }[] = [
    { kind: 'heading', text: before },
    { kind: 'note', text: progress },
    { kind: 'heading', text: asked },
    ...noted.map(({ id, text }) => ({ kind: 'requirement' as const, text, refId: id })),
    { kind: 'decision', text: decision },
    { kind: 'action', text: action, refId: actionId },
  ]
  const blocks = lines.map(({ refId = null, ...line }, at) => ({ id: `${eventId}-${at}`, ...line, refId }))
  await saveMinutes(ctx, actor, {
    id: eventId,
    revision: 0,
    edits: blocks.map((block, at) => ({ op: 'insert', block, after: blocks[at - 1]?.id ?? null })),
    batch: { writer: `demonstration-${eventId}`, number: 1 },
  })
  await nameVersion(ctx, actor, { id: eventId, name: version })
}

/** What became of it all: the same wish of several round tables is one, with its status and what customers are told. */
export async function settleRequirements(ctx: Context, actor: StaffMember): Promise<void> {
  await finishOldActions(ctx, actor)
  const { items } = await listRequirements(ctx, actor, { order: 'latest', limit: 200 })
  const noted = items.toReversed()
  for (const statement of statements) {
    const [first, ...others] = noted.filter(({ text }) => text === statement.text)
    if (!first) continue
    // One stays unmerged, so that the page has something to propose.
    for (const { id } of others.slice(statement.fate === 'heard' ? 1 : 0))
      await mergeRequirements(ctx, actor, { id: first.id, otherId: id })
    await settle(ctx, actor, first.id, statement)
  }
}

/** What was agreed on at the latest round tables alone is still to do. */
const ACTIONS_LEFT = 3

async function finishOldActions(ctx: Context, actor: StaffMember): Promise<void> {
  const { items } = await listTasks(ctx, actor, { of: 'all', kind: 'action', limit: 200 })
  for (const { id } of items.slice(0, -ACTIONS_LEFT)) await closeTask(ctx, actor, { id, outcome: 'done' })
}

async function settle(
  ctx: Context,
  actor: StaffMember,
  id: string,
  { fate, reason = '', told }: Statement,
): Promise<void> {
  let { revision } = await readRequirement(ctx, actor, id)
  const way = fate === 'done' ? (['in_work', 'done'] as const) : fate === 'heard' ? [] : [fate]
  for (const status of way) {
    const after = await setStatus(ctx, actor, {
      id,
      revision,
      status,
      reason: status === 'declined' ? reason : '',
    })
    revision = after.revision
  }
  if (told) await saveReply(ctx, actor, { id, revision, ...told, release: true })
}
