import { fitsCustomer, inPlaces, inRuleOrder, lowScore, placesOf } from '@sixfold/domain/case-rules/case-rule'
import { scoresReader, wordsAbout } from '@sixfold/domain/case-rules/scores'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import type { Context } from '../../../context.ts'
import { findResponses, peopleOf } from '../../answering/responses/service.ts'
import { findAccounts } from '../../customers/accounts/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { invitationBook } from '../../waves/invitations/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import type { RuleRow } from '../case-rule-records/service.ts'
import { claimOpening, findRule, findRules } from '../case-rule-records/service.ts'
import type { CaseOrder } from '../cases/service.ts'
import { openCase } from '../cases/service.ts'

/** Rules that are on and were so when it happened: a rule that is switched on says nothing about the past. */
async function rulesAt(ctx: Context, trigger: RuleRow['terms']['trigger'], at: Date): Promise<RuleRow[]> {
  const on = await findRules(ctx, 'on')
  return inRuleOrder(
    on.filter(({ terms, onSince }) => terms.trigger === trigger && onSince !== null && onSince <= at),
  )
}

/** Opens the case of one event, by the rule that was noted for it first. */
async function open(
  ctx: Context,
  event: string,
  rule: RuleRow | undefined,
  order: (rule: RuleRow) => Omit<CaseOrder, 'severity' | 'openedBy'> | null,
): Promise<void> {
  const wanted = rule && order(rule)
  if (!wanted) return
  const claimed = await claimOpening(ctx, { _id: event, ruleId: rule._id, at: ctx.clock.now() })
  const deciding = claimed.ruleId === rule._id ? rule : await findRule(ctx, claimed.ruleId)
  await openCase(ctx, { ...wanted, severity: (deciding ?? rule).terms.severity, openedBy: '' })
}

/** An answer that a rule may be about, looked at together with who gave it. Safe to repeat. */
export async function openForScore(
  ctx: Context,
  { responseId, waveId }: { responseId: string; waveId: string },
) {
  const [[response], wave, [invitation]] = await Promise.all([
    findResponses(ctx, [responseId]),
    waveBook.findWave(ctx, waveId),
    invitationBook.findInvitationsById(ctx, [responseId]),
  ])
  if (!response?.submittedAt || !wave || !invitation) return
  const [version, contact, accounts] = await Promise.all([
    publishedVersion(ctx, wave.surveyId, wave.version),
    findContact(ctx, invitation.contactId),
    findAccounts(ctx, [invitation.accountId]),
  ])
  const account = accounts.get(contact?.accountId ?? invitation.accountId)
  if (!version || !contact || contact.erased || !account) return
  const { definition } = version
  const answers = givenAnswers(response.answers)
  const heard = {
    kind: wave.kind,
    people: peopleOf(response),
    scores: scoresReader(definition)(answers),
    segments: response.segments,
  }
  const customer = { seniority: contact.seniority, revenue: account.annualRevenue }
  const rules = await rulesAt(ctx, 'score', response.submittedAt)
  const rule = rules.find(({ terms }) => lowScore(terms, heard) && fitsCustomer(terms, customer))
  await open(ctx, `score:${responseId}`, rule, ({ terms }) => {
    const low = lowScore(terms, heard)
    return (
      low && {
        source: { kind: 'rule', id: responseId },
        accountId: account._id,
        contactId: contact.id,
        factor: { model: definition.factorModel, key: low.factor },
        score: low.score,
        words: wordsAbout(definition, answers, low.factor),
        wave: { id: wave._id, name: wave.name },
        answerWanted: false,
        language: response.language,
      }
    )
  })
}

/** Somebody whom mail does not reach any more. */
export async function openForBounce(ctx: Context, { id, contactId }: { id: string; contactId: string }) {
  const contact = await findContact(ctx, contactId)
  const account = contact && (await findAccounts(ctx, [contact.accountId])).get(contact.accountId)
  if (!contact || contact.erased || !account) return
  const customer = { seniority: contact.seniority, revenue: account.annualRevenue }
  const rules = await rulesAt(ctx, 'bounce', ctx.clock.now())
  const rule = rules.find(({ terms }) => inPlaces(terms, placesOf(account)) && fitsCustomer(terms, customer))
  await open(ctx, `bounce:${id}`, rule, () => ({
    source: { kind: 'silence', id: `bounce:${id}` },
    accountId: account._id,
    contactId: contact.id,
    factor: null,
    words: '',
    answerWanted: false,
  }))
}

/** An account that has not said a word. */
export async function openForSilence(
  ctx: Context,
  { accountId, waveId, waveName }: { accountId: string; waveId: string; waveName: string },
) {
  const account = (await findAccounts(ctx, [accountId])).get(accountId)
  if (!account) return
  const customer = { seniority: null, revenue: account.annualRevenue }
  const rules = await rulesAt(ctx, 'silence', ctx.clock.now())
  const rule = rules.find(({ terms }) => inPlaces(terms, placesOf(account)) && fitsCustomer(terms, customer))
  await open(ctx, `silence:${waveId}:${accountId}`, rule, () => ({
    source: { kind: 'silence', id: `${waveId}:${accountId}` },
    accountId: account._id,
    contactId: null,
    factor: null,
    words: '',
    wave: { id: waveId, name: waveName },
    answerWanted: false,
  }))
}
