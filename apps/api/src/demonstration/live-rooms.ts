import type { LiveItemInput } from '@sixfold/contract/live-rooms'
import type { StaffMember } from '@sixfold/contract/staff'
import type { LiveAnswer } from '@sixfold/domain/live-room/live-item'
import type { RandomSource } from '@sixfold/domain/random'
import {
  addItem,
  answerItem,
  closeRoom,
  moderate,
  openRoom,
  readRoom,
  requirementOf,
  say,
  setItem,
  voteForEntry,
} from '../features/live/live-rooms/service.ts'
import { saveAgenda } from '../features/roundtables/agendas/service.ts'
import { findRoundtables } from '../features/roundtables/event-records/service.ts'
import type { PlannedEvent } from './events.ts'
import type { Simulation } from './simulated-context.ts'

const PEOPLE = 14

const rating: LiveItemInput = {
  kind: 'rating',
  title: 'Giao hàng quý này tốt đến đâu?',
  low: 0,
  high: 10,
  lowWord: 'rất kém',
  highWord: 'rất tốt',
}
const poll: LiveItemInput = {
  kind: 'poll',
  title: 'Việc nào nên làm trước?',
  options: ['Lịch giao hàng cố định', 'Kỹ sư trực cuối tuần', 'Hóa đơn điện tử', 'Kho hàng ở Cần Thơ'],
  most: 2,
}
const words: LiveItemInput = { kind: 'words', title: 'Buổi gặp hôm nay, trong một từ?', most: 1 }
const ideas: LiveItemInput = { kind: 'ideas', title: 'Điều gì sẽ giúp anh/chị nhiều nhất trong quý tới?' }

const feelings = ['hữu ích', 'thẳng thắn', 'hữu ích', 'ấm cúng', 'rõ ràng', 'thẳng thắn', 'hữu ích']

/** The most wanted first. */
const questions = [
  {
    text: 'Bao giờ có lịch giao hàng cố định theo tuần cho các tỉnh Tây Nam Bộ?',
    name: 'Phạm Thu Hà, Sao Biển',
  },
  { text: 'Báo trước 48 giờ khi đổi ngày giao: khi nào áp dụng cho tất cả?', name: '' },
  { text: 'Kỹ sư trực cuối tuần có đến tận nhà máy được không?', name: 'Trần Quốc Bảo' },
  { text: 'Can the e-invoice carry our own purchase order number?', name: 'Jonas Kessler' },
]

interface LiveMoment {
  at: Date
  happen(): Promise<void>
}

/** A morning in the live room of an event that is over: asked, voted, answered and closed. */
export function liveMorning(
  simulation: Simulation,
  actor: StaffMember,
  random: RandomSource,
  event: PlannedEvent,
): LiveMoment[] {
  const { ctx } = simulation
  const on = (time: string, happen: (id: string) => Promise<unknown>): LiveMoment => ({
    at: new Date(`${event.date}T${time}:00Z`),
    async happen() {
      const id = await eventId(simulation, event)
      if (id) await happen(id)
    },
  })
  return [
    on('01:20', id => writeAgenda(simulation, actor, id)),
    on('01:25', id => prepare(simulation, actor, id)),
    ...questions.map((question, at) =>
      on(['02:10', '02:30', '03:10', '03:40'][at] ?? '04:00', id =>
        ask(simulation, actor, id, { ...question, at }),
      ),
    ),
    on('04:10', id => answerAll(simulation, actor, random, id)),
    on('04:50', id => closeRoom(ctx, actor, id)),
  ]
}

async function eventId({ ctx }: Simulation, { region, date }: PlannedEvent): Promise<string | null> {
  const [row] = await findRoundtables(ctx, [region._id], { from: date, to: date })
  return row?._id ?? null
}

/** Opens the room of an event with something for it to answer. */
export async function prepareRoom(
  simulation: Simulation,
  actor: StaffMember,
  event: PlannedEvent,
): Promise<void> {
  const id = await eventId(simulation, event)
  if (id) await prepare(simulation, actor, id)
}

/** Minutes that each factor is talked about, from half past eight: what is asked carries the mark of its own. */
const topics = [
  { factor: 'delivery', minutes: 70, title: { en: 'Delivery', vi: 'Giao hàng' } },
  {
    factor: 'support-and-service',
    minutes: 60,
    title: { en: 'Support and service', vi: 'Hỗ trợ và dịch vụ' },
  },
  { factor: 'administration', minutes: 60, title: { en: 'Administration', vi: 'Thủ tục hành chính' } },
]

async function writeAgenda({ ctx }: Simulation, actor: StaffMember, id: string): Promise<void> {
  const empty = { note: {}, speakerIds: [], receipts: [], productId: null, embargo: null, materialIds: [] }
  const items = topics.map(topic => ({ ...empty, ...topic, id: topic.factor, kind: 'topic' as const }))
  await saveAgenda(ctx, actor, { id, revision: 0, shown: true, items })
}

async function prepare({ ctx }: Simulation, actor: StaffMember, id: string): Promise<void> {
  await openRoom(ctx, actor, id)
  for (const item of [rating, poll, words, ideas]) await addItem(ctx, actor, { id, item })
}

const person = (at: number) => `person-${at}`

async function ask(
  { ctx }: Simulation,
  actor: StaffMember,
  roundtableId: string,
  { text, name, at }: { text: string; name: string; at: number },
): Promise<void> {
  await say(
    ctx,
    { roundtableId, participant: person(at) },
    { key: `question-${at}`, itemId: null, text, name },
  )
  const entryId = (await readRoom(ctx, actor, roundtableId))?.entries.find(entry => entry.text === text)?.id
  if (!entryId) return
  await moderate(ctx, actor, { id: roundtableId, entryId, state: 'shown' })
  const others = Array.from({ length: PEOPLE }, (_, other) => other).filter(other => other !== at)
  for (const other of others.slice(0, 11 - at * 3))
    await voteForEntry(ctx, { roundtableId, participant: person(other) }, { entryId, wanted: true })
  if (at > 0) return
  await requirementOf(ctx, actor, { id: roundtableId, entryId })
  await moderate(ctx, actor, { id: roundtableId, entryId, state: 'answered' })
}

async function answerAll(
  { ctx }: Simulation,
  actor: StaffMember,
  random: RandomSource,
  roundtableId: string,
): Promise<void> {
  for (const { id: itemId, input } of (await readRoom(ctx, actor, roundtableId))?.items ?? []) {
    const item = { id: roundtableId, itemId }
    await setItem(ctx, actor, { ...item, current: true, open: true })
    if (input.kind === 'ideas')
      for (const [at, text] of ['Lịch giao hàng trên điện thoại', 'Một người trực cho mỗi tỉnh'].entries())
        await say(
          ctx,
          { roundtableId, participant: person(at) },
          { key: `idea-${at}`, itemId, text, name: '' },
        )
    else
      await Promise.all(
        Array.from({ length: PEOPLE }, (_, at) => at).map(at =>
          answerItem(
            ctx,
            { roundtableId, participant: person(at) },
            { itemId, answer: answerOf(input, random, at), number: 1 },
          ),
        ),
      )
    await setItem(ctx, actor, { ...item, current: false, open: false, revealed: true })
  }
  for (const { id: entryId, state } of (await readRoom(ctx, actor, roundtableId))?.entries ?? [])
    if (state === 'waiting') await moderate(ctx, actor, { id: roundtableId, entryId, state: 'shown' })
}

function answerOf(input: LiveItemInput, random: RandomSource, at: number): LiveAnswer {
  if (input.kind === 'rating') return 3 + random.below(3) + random.below(4)
  if (input.kind === 'poll') return [input.options[random.below(input.options.length)] ?? '']
  return [feelings[at % feelings.length] ?? '']
}
