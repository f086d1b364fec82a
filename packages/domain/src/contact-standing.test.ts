import { expect, test } from '@jest/globals'
import type { ContactStanding } from './contact-standing.ts'
import {
  askChoiceOf,
  byDataRequest,
  consentedTo,
  isHeldByRequest,
  optedOutOf,
  unitedWish,
  withAskChoice,
  withAskWish,
  withConsent,
  withOptIn,
  withOptOut,
  withoutConsent,
} from './contact-standing.ts'

const blank: ContactStanding = { consents: [], optOuts: [], doNotCall: null }
const day = (n: number) => new Date(Date.UTC(2026, 7, n))
const given = {
  purpose: 'product_survey' as const,
  wordingVersion: '2026-1',
  proof: 'form 118',
  source: 'portal',
  at: day(1),
}

test('a consent holds until it is taken back, and both stay on record', () => {
  const agreed = withConsent(blank, given)
  expect(consentedTo(agreed)).toEqual(['product_survey'])
  const withdrawn = withoutConsent(agreed, 'product_survey', day(5))
  expect(consentedTo(withdrawn)).toEqual([])
  expect(withdrawn.consents).toEqual([{ ...given, withdrawnAt: day(5) }])
})

test('the same consent told twice is one; one given anew after a withdrawal counts', () => {
  const agreed = withConsent(blank, given)
  expect(withConsent(agreed, given)).toBe(agreed)
  const withdrawn = withoutConsent(agreed, 'product_survey', day(5))
  expect(withConsent(withdrawn, given)).toBe(withdrawn)
  expect(consentedTo(withConsent(withdrawn, { ...given, at: day(6) }))).toEqual(['product_survey'])
})

test('an opt-out holds for its purpose until the contact asks again', () => {
  const out = withOptOut(withOptOut(blank, 'roundtable', { source: 'mail', at: day(1) }), 'everything', {
    source: 'phone',
    at: day(2),
  })
  expect(withOptOut(out, 'roundtable', { source: 'portal', at: day(3) })).toBe(out)
  const back = withOptIn(out, 'roundtable', { source: 'portal', at: day(4) })
  expect(optedOutOf(back)).toEqual(['everything'])
  expect(back.optOuts[0]?.ended).toEqual({ source: 'portal', at: day(4) })
})

test('taking back what was never said changes nothing', () => {
  expect(withoutConsent(blank, 'product_survey', day(1))).toBe(blank)
  expect(withOptIn(blank, 'everything', { source: 'portal', at: day(1) })).toBe(blank)
})

const said = { source: 'portal', at: day(7) }

test('who wants no surveys still hears of round tables; asking again brings them back', () => {
  const left = withAskChoice(blank, 'never', said)
  expect(askChoiceOf(left)).toBe('never')
  expect(optedOutOf(left)).toEqual(['relationship_survey', 'product_survey', 'blind_survey'])
  expect(withAskChoice(left, 'never', said)).toBe(left)
  const back = withAskChoice(left, 'year', said)
  expect([askChoiceOf(back), optedOutOf(back)]).toEqual(['year', []])
})

test('who refused everything and wants surveys again is still not called', () => {
  const refused = withOptOut(blank, 'everything', said)
  expect(askChoiceOf(refused)).toBe('never')
  const back = withAskChoice(refused, 'usual', said)
  expect([askChoiceOf(back), optedOutOf(back)]).toEqual([
    'usual',
    ['installation_call', 'roundtable', 'case'],
  ])
})

test('what a data request holds back is lifted by staff alone; how often to ask is kept beside it', () => {
  const refused = withOptOut(blank, 'everything', said)
  const objected = withOptOut(refused, 'everything', { ...said, source: byDataRequest('portal') })
  expect([isHeldByRequest(refused), isHeldByRequest(objected)]).toEqual([false, true])
  expect(withOptOut(objected, 'everything', said)).toBe(objected)
  const chosen = withAskChoice(objected, 'year', said)
  expect([askChoiceOf(chosen), optedOutOf(chosen)]).toEqual(['never', ['everything', 'everything']])
  expect(chosen.asking).toMatchObject({ atMostEvery: 'year' })
  const lifted = withOptIn(chosen, 'everything', { ...said, source: 'phone' })
  expect([askChoiceOf(lifted), isHeldByRequest(lifted)]).toEqual(['year', false])
})

test('who left by the link of a survey is asked no more', () => {
  expect(askChoiceOf(withOptOut(blank, 'relationship_survey', said))).toBe('never')
})

test('a refusal of product surveys is not of all; whoever then chooses anew is asked for all again', () => {
  const refused = withOptOut(blank, 'product_survey', said)
  expect(askChoiceOf(refused)).toBe('usual')
  expect(withAskChoice(refused, 'usual', said)).toBe(refused)
  expect(optedOutOf(withAskChoice(refused, 'half_year', said))).toEqual([])
})

test('a wish is kept once, taken back, and of two records the stricter holds', () => {
  const yearly = withAskWish(blank, 'year', said)
  expect(yearly.asking).toEqual({ atMostEvery: 'year', ...said })
  expect(withAskWish(yearly, 'year', { source: 'phone', at: day(8) })).toBe(yearly)
  expect(withAskWish(yearly, null, said).asking).toBeNull()
  const halfYearly = withAskWish(blank, 'half_year', said)
  expect(unitedWish(halfYearly, yearly)).toBe(yearly.asking)
  expect(unitedWish(yearly, halfYearly)).toBe(yearly.asking)
  expect(unitedWish(blank, halfYearly)).toBe(halfYearly.asking)
  expect(unitedWish(blank, blank)).toBeNull()
})
