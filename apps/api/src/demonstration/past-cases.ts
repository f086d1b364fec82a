import type { StaffMember } from '@sixfold/contract/staff'
import type { RandomSource } from '@sixfold/domain/random'
import { seededRandom } from '@sixfold/domain/random'
import { addDays } from 'date-fns/addDays'
import { takeStep } from '../features/cases/case-steps/service.ts'
import { openByHand } from '../features/cases/cases/service.ts'
import { findContactsByEmail } from '../features/customers/contacts/service.ts'
import type { CustomerRow } from './companies.ts'
import { pick } from './pick.ts'
import type { Simulation } from './simulated-context.ts'
import { normal } from './story.ts'
import type { PlannedWave } from './timeline.ts'

const A_QUARTER = 8
/** Days after a wave began; all within its quarter. */
const OPENED_AFTER = 34
const OPENED_WITHIN = 12
/** Accounts that are hard to please come back more often. */
const FROM_HARD_ONES = 0.75
const REOPENED = 0.25

const troubles = [
  'The cabinet came without the second key; the site cannot open it.',
  'Biến tần báo lỗi quá nhiệt mỗi buổi chiều, tổ bảo trì phải khởi động lại.',
  'Two crates of the order were left at the neighbour’s gate.',
  'Hóa đơn ghi sai số hợp đồng, kế toán bên họ chưa thanh toán được.',
  'The new panel speaks English only; the operators ask for Vietnamese.',
  'Hàng giao trễ bốn ngày mà không ai báo trước.',
] as const

/** A trouble that was told on the phone, and what became of it. */
export interface PastCase {
  form: string
  email: string
  words: string
  openAt: Date
  closeAt: Date
  reopenAt: Date | null
}

/** What went wrong in the quarter of a wave, as its site told it: nobody in person wanted to hear from us. */
export function casesOfQuarter(wave: PlannedWave, customers: readonly CustomerRow[]): PastCase[] {
  const random = seededRandom(`past cases ${wave.index}`)
  const hard = customers.filter(({ account_id }) => normal(seededRandom(account_id)) < -0.6)
  return Array.from({ length: A_QUARTER }, (_, n): PastCase => {
    const row = pick(random, random.next() < FROM_HARD_ONES ? hard : customers)
    const openAt = addDays(wave.launchAt, OPENED_AFTER + random.below(OPENED_WITHIN))
    const closeAt = addDays(openAt, daysUntilSolved(random))
    return {
      form: `past ${wave.index} ${n}`,
      email: row.email,
      words: pick(random, troubles),
      openAt,
      closeAt,
      reopenAt: random.next() < REOPENED ? addDays(closeAt, 2) : null,
    }
  })
}

function daysUntilSolved(random: RandomSource): number {
  return 1 + random.below(4) + random.below(9)
}

/** Opens it; the id by which it goes on, null when the person is not known yet. */
export async function openPast(
  { ctx }: Simulation,
  admin: StaffMember,
  { form, email, words }: PastCase,
): Promise<string | null> {
  const [contact] = await findContactsByEmail(ctx, [email])
  if (!contact) return null
  const opened = await openByHand(ctx, admin, {
    form,
    accountId: contact.accountId,
    contactId: null,
    factor: null,
    words,
    severity: 'minor',
  })
  return opened.id
}

export async function closePast({ ctx }: Simulation, admin: StaffMember, id: string): Promise<void> {
  const note = 'Solved on the phone with the site; nobody there asked for a letter.'
  await takeStep(ctx, admin, { id, step: { step: 'close', reason: 'nobody_to_ask', note } })
}

export async function reopenPast({ ctx }: Simulation, admin: StaffMember, id: string): Promise<void> {
  await takeStep(ctx, admin, { id, step: { step: 'reopen', note: 'It happened again this morning.' } })
}
