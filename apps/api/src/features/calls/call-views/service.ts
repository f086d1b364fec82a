import type { CallView } from '@sixfold/contract/calls'
import type { StaffMember } from '@sixfold/contract/staff'
import type { FactorModel } from '@sixfold/domain/factor-model'
import { factorIndex } from '@sixfold/domain/factor-model'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { saidBefore } from '../../answering/said-before/service.ts'
import { listCases } from '../../cases/cases/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { findInstallationsOfAccounts } from '../../customers/installations/service.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { record } from '../../house/audit/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { callWaveFor } from '../../waves/wave-joining/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import { readScript } from '../call-scripts/service.ts'
import { describeDue, nextCallOf } from '../due-lists/service.ts'
import type { DueRow } from '../due-records/service.ts'
import { dueBook } from '../due-records/service.ts'

const KIND = 'installation_call'
const MOST_CASES = 5

/** A call with all that stands in front of who makes it: whom, what they bought, what they said, open cases, what to ask. */
export async function readCall(ctx: Context, actor: StaffMember, id: string): Promise<CallView> {
  const row = (await dueBook.findDueRows(ctx, KIND, [id])).get(id)
  if (!row || !can(actor, 'call.make', row)) throw new AppError('not_found')
  const found = row.contactId === null ? null : await findContact(ctx, row.contactId)
  const contact = found && !found.erased ? found : null
  const [[call], bought, cases, said, script, model, nextId] = await Promise.all([
    describeDue(ctx, KIND, [row]),
    boughtBy(ctx, row),
    listCases(ctx, actor, { accountId: row.accountId, state: 'working', limit: MOST_CASES }),
    contact && can(actor, 'response.read', contact) ? saidBefore(ctx, contact.id) : [],
    contact ? readScript(ctx, contact, row.begun?.agreedAt ?? null) : null,
    contact ? complaintModel(ctx, contact) : null,
    nextCallOf(ctx, actor, id),
  ])
  if (!call) throw new AppError('not_found')
  await record(ctx, actor, 'call.read', contact ? `contact:${contact.id}` : `account:${row.accountId}`, id)
  return {
    call,
    attempts: (row.attempts ?? []).toReversed().map(({ at, byName, outcome, refusal, note }) => ({
      at: at.toISOString(),
      byName,
      outcome,
      refusal,
      note,
    })),
    bought,
    said,
    openCases: cases.items.map(({ id: caseId, receipt, text, openedAt }) => ({
      id: caseId,
      receipt,
      text,
      openedAt,
    })),
    factors: model?.factors.map(({ key, name }) => ({ key, name, index: factorIndex(model, key) })) ?? [],
    script,
    nextId,
  }
}

/** The factors that a complaint on the telephone is about: those of what is read out, else those of the quarter. */
export async function complaintModel(ctx: Context, contact: KnownContact): Promise<FactorModel | null> {
  const wave =
    (await callWaveFor(ctx, contact)) ??
    (await waveBook.findWaves(ctx)).find(({ kind }) => kind === 'quarterly')
  const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
  return version ? findFactorModel(ctx, version.definition.factorModel) : null
}

async function boughtBy(ctx: Context, { _id, accountId }: DueRow): Promise<CallView['bought']> {
  const bought = await findInstallationsOfAccounts(ctx, [accountId])
  const products = await findProductsById(ctx, [...new Set(bought.map(({ productId }) => productId))])
  const names = new Map(products.map(product => [product._id, product.name]))
  const dayOf = ({ installedOn, purchasedOn }: (typeof bought)[number]) => installedOn ?? purchasedOn ?? ''
  return bought
    .sort((a, b) => Number(b.id === _id) - Number(a.id === _id) || (dayOf(a) < dayOf(b) ? 1 : -1))
    .map(({ id, productId, purchasedOn, installedOn }) => ({
      id,
      productName: names.get(productId) ?? '',
      purchasedOn,
      installedOn,
      isThis: id === _id,
    }))
}
