import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { findAccounts } from '../../customers/accounts/service.ts'
import { record } from '../../house/audit/service.ts'
import { visibleRequirement } from '../../requirements/requirements/service.ts'
import { openCase } from '../cases/service.ts'

/** What a customer said at a round table goes wrong for them now: one step makes a case of it, once. */
export async function openFromStatement(
  ctx: Context,
  actor: StaffMember,
  { id, key }: { id: string; key: string },
): Promise<{ id: string; receipt: string }> {
  const requirement = await visibleRequirement(ctx, actor, id, 'requirement.edit')
  const said = requirement.sources.find(source => source.key === key)
  if (!said || !can(actor, 'requirement.edit', said)) throw new AppError('not_found')
  if (said.kind !== 'round_table' || said.accountId === null) throw new AppError('wrong_state')
  const account = (await findAccounts(ctx, [said.accountId])).get(said.accountId)
  if (!account || !can(actor, 'case.work', account)) throw new AppError('not_found')
  const { _id, receipt } = await openCase(ctx, {
    source: { kind: 'round_table', id: key },
    accountId: account._id,
    contactId: said.contactId,
    factor: requirement.factor,
    words: said.said || requirement.text,
    severity: 'normal',
    openedBy: actor.name,
  })
  await record(ctx, actor, 'requirement.case', `requirement:${id}`, receipt)
  return { id: _id, receipt }
}
