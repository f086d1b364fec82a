import type { StaffStep } from '@sixfold/contract/case-steps'
import type { StaffMember } from '@sixfold/contract/staff'
import { findMember } from '../auth/members.ts'
import type { Context } from '../context.ts'
import type { FactorRef } from '../features/cases/case-records/service.ts'
import { findCase } from '../features/cases/case-records/service.ts'
import { beginSettings } from '../features/cases/case-settings/service.ts'
import { noteCase, takeStep } from '../features/cases/case-steps/service.ts'
import { giveVerdict, judge } from '../features/cases/case-verdicts/service.ts'
import { listCases, openByHand } from '../features/cases/cases/service.ts'
import { findContactsByEmail } from '../features/customers/contacts/service.ts'
import { listFactorModels } from '../features/surveys/factor-models/service.ts'
import type { CustomerRow } from './companies.ts'
import type { Simulation } from './simulated-context.ts'

/** What somebody does about one of the complaints, so many days ago. */
interface CaseMoment {
  daysAgo: number
  /** Which complaint it is, the oldest first. */
  complaint: number
  does: (moment: Moment) => Promise<unknown>
}

interface Moment {
  ctx: Context
  owner: StaffMember
  id: string
  contactId: string
  round: number
  factor: FactorRef
}

const step = (given: StaffStep) => (m: Moment) => takeStep(m.ctx, m.owner, { id: m.id, step: given })
const resolve = (causeId: string, told: string) => (m: Moment) =>
  takeStep(m.ctx, m.owner, { id: m.id, step: { step: 'resolve', causeId, factor: m.factor, told } })
const say = (solved: boolean, words: string) => (m: Moment) =>
  giveVerdict(m.ctx, m.contactId, { caseId: m.id, round: m.round, solved, words })

export const caseMoments: readonly CaseMoment[] = [
  { daysAgo: 41, complaint: 0, does: step({ step: 'acknowledge' }) },
  {
    daysAgo: 39,
    complaint: 0,
    does: resolve(
      'carrier',
      'Đơn vị vận chuyển đã đổi lịch mà không báo. Từ tuần này kho gọi trước mỗi chuyến giao, và đã có đơn vị thứ hai cho khu vực của anh/chị.',
    ),
  },
  { daysAgo: 36, complaint: 0, does: say(true, '') },
  {
    daysAgo: 2,
    complaint: 0,
    does: ({ ctx, contactId, id }) => judge(ctx, contactId, { caseId: id, score: 4 }).catch(() => undefined),
  },
  { daysAgo: 32, complaint: 1, does: step({ step: 'acknowledge' }) },
  {
    daysAgo: 30,
    complaint: 1,
    does: resolve('billing', 'Mã số thuế mới đã được cập nhật, hóa đơn tháng trước đã được xuất lại.'),
  },
  { daysAgo: 29, complaint: 1, does: say(false, 'Hóa đơn mới vẫn ghi địa chỉ cũ.') },
  {
    daysAgo: 28,
    complaint: 1,
    does: ({ ctx, owner, id }) =>
      noteCase(ctx, owner, {
        id,
        text: 'The address comes from the old contract; billing keeps its own copy.',
      }),
  },
  {
    daysAgo: 6,
    complaint: 1,
    does: resolve(
      'handover',
      'Cả mã số thuế và địa chỉ nay lấy từ một nơi duy nhất, và hai hóa đơn đã được xuất lại.',
    ),
  },
  { daysAgo: 11, complaint: 2, does: step({ step: 'acknowledge' }) },
  { daysAgo: 8, complaint: 2, does: step({ step: 'wait' }) },
]

/** What each complaint is about, where the customer named no factor. */
const ABOUT = ['delivery', 'administration', 'support-and-service']

/** The case of the moment, as it stands then, with whoever looks after it. */
export async function liveMoment(
  { ctx }: Simulation,
  admin: StaffMember,
  { complaint, does }: CaseMoment,
): Promise<void> {
  // A server that starts does it too, but only after this story.
  await beginSettings(ctx)
  const { items } = await listCases(ctx, admin, { kind: 'complaint', limit: 50 })
  const one = items.toReversed()[complaint]
  const model = (await listFactorModels(ctx, admin))[0]
  const [first] = model?.factors ?? []
  if (!one?.contactId || !model || !first) return
  const owner = one.ownerId === null ? null : await findMember(ctx, one.ownerId)
  const key =
    one.factor?.key ?? model.factors.find(factor => factor.key === ABOUT[complaint])?.key ?? first.key
  await does({
    ctx,
    owner: owner ?? admin,
    id: one.id,
    contactId: one.contactId,
    round: (await findCase(ctx, one.id))?.round ?? 0,
    factor: { model: { key: model.key, version: model.version }, key },
  })
}

/** What reached colleagues by other ways than surveys and forms. */
export const handCases = [
  {
    daysAgo: 3,
    region: 'South',
    person: 11,
    severity: 'critical',
    words:
      'Their second line stands still since the morning: the control unit does not start after the update.',
  },
  {
    daysAgo: 1,
    region: 'North',
    person: 5,
    severity: 'minor',
    words: 'The manual of the new saw is in English only; the shift leader asks for a Vietnamese one.',
  },
] as const

export async function openFromTalk(
  { ctx }: Simulation,
  admin: StaffMember,
  { region, person, severity, words }: (typeof handCases)[number],
  customers: readonly CustomerRow[],
): Promise<void> {
  const row = customers.filter(one => one.region === region)[person]
  const [contact] = row ? await findContactsByEmail(ctx, [row.email]) : []
  if (!contact) return
  const { accountId, _id: contactId } = contact
  const form = `demonstration ${person}`
  await openByHand(ctx, admin, { form, accountId, contactId, factor: null, words, severity })
}
