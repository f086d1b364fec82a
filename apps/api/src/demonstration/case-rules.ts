import type { RuleInput } from '@sixfold/contract/case-rules'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import { findMembers } from '../auth/members.ts'
import type { Context } from '../context.ts'
import { proposeReply } from '../features/cases/case-replies/service.ts'
import { createRule, switchRule } from '../features/cases/case-rules/service.ts'
import { listCases } from '../features/cases/cases/service.ts'
import { carryOutTrial, tryRule } from '../features/cases/rule-trials/service.ts'

const anybody = {
  trigger: 'score',
  factors: [],
  atMost: 1,
  segments: [],
  regionIds: [],
  seniorities: [],
  revenueFrom: null,
  severity: 'normal',
} as const

const rules: readonly { on: boolean; input: RuleInput }[] = [
  {
    on: true,
    input: {
      name: 'Very dissatisfied with delivery',
      terms: { ...anybody, factors: ['delivery'], segments: [], regionIds: [], seniorities: [] },
    },
  },
  {
    on: false,
    input: {
      name: 'An executive is dissatisfied with anything',
      terms: {
        ...anybody,
        factors: [],
        segments: [],
        regionIds: [],
        atMost: 2,
        seniorities: ['executive'],
        severity: 'critical',
      },
    },
  },
]

/** Two rules that were tried on the last quarters; one of them is on. */
export async function writeRules(ctx: Context, admin: StaffMember): Promise<void> {
  for (const { on, input } of rules) {
    const { id, revision } = await createRule(ctx, admin, input)
    const { trial } = await tryRule(ctx, admin, { id, quarters: 4 })
    if (trial) await carryOutTrial(ctx, trial.id)
    if (on) await switchRule(ctx, admin, { id, revision, on })
  }
}

/** What a colleague would tell the customer of a closed case; it waits for a second person. */
export async function proposeWords(ctx: Context, admin: StaffMember): Promise<void> {
  const { items } = await listCases(ctx, admin, { kind: 'complaint', limit: 50 })
  const closed = items.find(({ state }) => state === 'closed')
  if (!closed) return
  const colleague = (await findMembers(ctx)).find(
    member => member.id !== admin.id && can(member, 'case.work', closed),
  )
  if (!colleague) return
  await proposeReply(ctx, colleague, {
    id: closed.id,
    revision: 0,
    said: {
      vi: 'Hàng đến trễ mà không ai báo trước.',
      en: 'The goods came late, and nobody said so beforehand.',
    },
    did: {
      vi: 'Kho gọi trước mỗi chuyến giao, và mỗi khu vực có thêm một đơn vị vận chuyển.',
      en: 'The warehouse calls before each delivery, and each region has a second carrier.',
    },
  })
}
