import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { PolicyDraft } from '@sixfold/contract/contact-policy'
import { defaultContactPolicy } from '@sixfold/domain/contact-policy'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { openComplaint } from '../../cases/cases/service.ts'
import { requestTouch } from '../contact-ledger/service.ts'
import { findLatest } from './store.ts'

jest.setTimeout(60_000)

let api: TestApi
let marketing: Colleague
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing')
})
beforeEach(() => api.clock.set('2026-08-17T03:00:00.000Z'))
afterAll(() => api.close())

const base: PolicyDraft['base'] = { ...defaultContactPolicy, consentRequired: [] }
type Rules = PolicyDraft['rules']

async function keep(rules: Rules, changed: Partial<PolicyDraft['base']> = {}) {
  const { revision } = await marketing.api.contactPolicy.get()
  return marketing.api.contactPolicy.save({ revision, base: { ...base, ...changed }, rules })
}

async function contact(region: 'north' | 'germany' = 'germany', executive = false): Promise<string> {
  const [made] = await addContacts(api, region, 1, { executive })
  if (!made) throw new Error('no contact was made')
  return made.id
}

const invite = (contactId: string, wave: string) =>
  requestTouch(api.ctx, {
    touchId: `${wave}:${contactId}`,
    contactId,
    kind: 'invitation',
    purpose: 'relationship_survey',
    subject: wave,
    waveId: wave,
  })

describe('a policy', () => {
  test('starts as the default, is kept with who kept it, and every version stays on record', async () => {
    expect(await marketing.api.contactPolicy.get()).toMatchObject({ revision: 0, rules: [], savedAt: null })
    const first = await keep([{ id: 'r1', when: { country: 'DE' }, set: { surveyGapDays: 365 } }])
    expect(first).toMatchObject({ revision: 1, savedBy: marketing.name })
    await keep([])
    const { items, next } = await marketing.api.contactPolicy.history({})
    expect(items.map(({ revision, rules }) => [revision, rules.length])).toEqual([
      [2, 0],
      [1, 1],
    ])
    expect(next).toBeNull()
    const administrator = await colleague(api, 'administrator')
    const audit = (await administrator.api.audit.list({})).items
    expect(audit).toContainEqual(
      expect.objectContaining({
        action: 'contact-policy.save',
        actor: marketing.name,
        subject: 'contact-policy:1',
      }),
    )
  })

  test('saved on one that is no longer the latest is refused with the one that is', async () => {
    const { revision } = await keep([])
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map(days =>
        marketing.api.contactPolicy.save({ revision, base: { ...base, solicitedGapDays: days }, rules: [] }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({
          code: 'revision_conflict',
          data: { data: { current: { revision: revision + 1 } } },
        })
    await expect(
      marketing.api.contactPolicy.save({ revision: revision + 5, base, rules: [] }),
    ).rejects.toMatchObject({ code: 'revision_conflict' })
    expect((await findLatest(api.ctx))?.revision).toBe(revision + 1)
  })

  test('that leaves no hour, or changes nothing, is refused at its place', async () => {
    const evening = { hours: { phone: { from: '18:00', until: '20:00' } } }
    await expect(
      keep([
        { id: 'fine', when: { country: 'DE' }, set: evening },
        { id: 'late', when: {}, set: evening },
        { id: 'empty', when: {}, set: {} },
      ]),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      data: {
        fields: [
          { path: 'rules.1', message: expect.stringContaining('VN') },
          { path: 'rules.2', message: 'This rule changes nothing.' },
        ],
      },
    })
  })

  test('is for marketing with the whole house; others may read it', async () => {
    const { revision } = await marketing.api.contactPolicy.get()
    const analyst = await colleague(api, 'analyst')
    const southern = await colleague(api, 'marketing', { regions: ['south'] })
    expect(await analyst.api.contactPolicy.get()).toMatchObject({ revision })
    for (const other of [analyst, southern])
      await expect(other.api.contactPolicy.save({ revision, base, rules: [] })).rejects.toMatchObject({
        code: 'not_found',
      })
  })
})

describe('what is kept decides', () => {
  test('a rule for a country, a role and a tier holds for them alone', async () => {
    await keep([
      {
        id: 'r1',
        when: { country: 'DE', tier: 'enterprise' },
        set: { surveyGapDays: 10, solicitedGapDays: 10 },
      },
    ])
    const [german, vietnamese] = [await contact('germany'), await contact('north')]
    api.clock.set('2026-08-17T08:00:00.000Z')
    for (const id of [german, vietnamese]) expect(await invite(id, 'first')).toEqual({ decision: 'allow' })
    api.clock.advance({ days: 11 })
    expect(await invite(german, 'second')).toEqual({ decision: 'allow' })
    expect(await invite(vietnamese, 'second')).toMatchObject({ reason: 'survey_too_soon' })
  })

  test('no rule loosens the law of a country', async () => {
    await keep([
      {
        id: 'r1',
        when: {},
        set: { hours: { phone: { from: '06:00', until: '22:00' } }, solicitedGapDays: 0 },
      },
    ])
    const id = await contact('north')
    // 17:30 in Hà Nội.
    api.clock.set('2026-08-17T10:30:00.000Z')
    const call = await requestTouch(api.ctx, {
      touchId: `call:${id}`,
      contactId: id,
      kind: 'call',
      purpose: 'installation_call',
      subject: 'Call',
      channel: 'phone',
    })
    expect(call).toMatchObject({ decision: 'refuse' })
  })

  test('consent, where it is asked for, is asked of everybody until it is recorded', async () => {
    await keep([{ id: 'r1', when: { purpose: 'relationship_survey' }, set: { consentRequired: true } }])
    const id = await contact()
    api.clock.set('2026-08-17T08:00:00.000Z')
    expect(await invite(id, 'w')).toEqual({ decision: 'refuse', reason: 'no_consent' })
    await marketing.api.contactLedger.recordConsent({
      id,
      purpose: 'relationship_survey',
      wordingVersion: '2026-1',
      proof: 'form 118',
      source: 'phone',
      at: '2026-08-16T08:00:00.000Z',
    })
    expect(await invite(id, 'w')).toEqual({ decision: 'allow' })
    const { consents } = await marketing.api.contactLedger.withdrawConsent({
      id,
      purpose: 'relationship_survey',
    })
    expect(consents).toMatchObject([{ withdrawnAt: '2026-08-17T08:00:00.000Z' }])
    await keep([])
  })
})

describe('trying out', () => {
  test('names the rule that decides, also of a draft that is not kept', async () => {
    await keep([])
    const id = await contact('germany')
    api.clock.set('2026-08-17T08:00:00.000Z')
    await invite(id, 'first')
    api.clock.advance({ days: 120 })
    const ask = { contactId: id, purpose: 'relationship_survey' as const }
    expect(await marketing.api.contactPolicy.tryOut(ask)).toMatchObject({
      decision: 'refuse',
      reason: 'survey_too_soon',
      field: 'surveyGapDays',
      origin: { from: 'base' },
      zone: 'Europe/Berlin',
    })
    const strict = [{ id: 'own', when: { country: 'DE' }, set: { surveyGapDays: 365 } }]
    expect(
      await marketing.api.contactPolicy.tryOut({ ...ask, draft: { base, rules: strict } }),
    ).toMatchObject({
      reason: 'survey_too_soon',
      origin: { from: 'rule', ruleId: 'own' },
      earliest: '2027-08-17T06:00:00.000Z',
    })
    const loose = [{ id: 'own', when: {}, set: { surveyGapDays: 30 } }]
    expect(await marketing.api.contactPolicy.tryOut({ ...ask, draft: { base, rules: loose } })).toMatchObject(
      {
        decision: 'allow',
        field: null,
        origin: null,
        policy: { surveyGapDays: 30 },
      },
    )
    expect((await marketing.api.contactPolicy.get()).rules).toEqual([])
  })
})

describe('the outlook of a contact', () => {
  test('says for each purpose whether a touch is allowed now, and when it is next', async () => {
    await keep([])
    const id = await contact('germany', true)
    api.clock.set('2026-08-17T08:00:00.000Z')
    await invite(id, 'first')
    await marketing.api.contactLedger.optOut({ id, purpose: 'roundtable', source: 'phone' })
    await marketing.api.contactLedger.setDoNotCall({ id, doNotCall: true, source: 'phone' })
    const { items, zone } = await marketing.api.contactLedger.outlook({ id })
    expect(zone).toBe('Europe/Berlin')
    const answer = (purpose: string) => items.find(one => one.purpose === purpose)
    // Twice 182 days for an executive, then the next working morning.
    expect(answer('product_survey')).toMatchObject({
      reason: 'survey_too_soon',
      earliest: '2027-08-16T06:00:00.000Z',
    })
    expect(answer('roundtable')).toMatchObject({ reason: 'opted_out', earliest: null })
    expect(answer('installation_call')).toMatchObject({ decision: 'refuse', earliest: null })
  })

  test('lets news about an open complaint through an objection, and nothing else', async () => {
    await keep([])
    const id = await contact('germany', true)
    api.clock.set('2026-08-17T08:00:00.000Z')
    await marketing.api.contactLedger.optOut({ id, purpose: 'everything', source: 'phone' })
    const news = async () => {
      const { items } = await marketing.api.contactLedger.outlook({ id })
      return items.filter(({ decision }) => decision === 'allow').map(({ purpose }) => purpose)
    }
    expect(await news()).toEqual([])
    await openComplaint(api.ctx, {
      form: 'outlook',
      contactId: id,
      text: 'Late again',
      waveId: null,
      factor: null,
      answerWanted: true,
      language: 'en',
    })
    expect(await news()).toEqual(['case'])
  })
})
