import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readReasons, readResult, readStage, reasonText } from './deal-words.ts'

test('results and stages are read as people write them, and others refused', () => {
  expect(readResult(' Thắng ')).toEqual({ ok: true, value: 'won' })
  expect(readResult('Closed Lost')).toEqual({ ok: true, value: 'lost' })
  expect(readResult('maybe')).toEqual({ ok: false, fault: 'unknown_result' })
  expect(readStage('First talk')).toEqual({ ok: true, value: 'first_talk' })
  expect(readStage('later')).toEqual({ ok: false, fault: 'unknown_stage' })
})

test('reasons without a direction, or in words, are refused', () => {
  expect(readReasons('Delivery:On-Time -!; company-image +')).toEqual({
    ok: true,
    value: [
      { factor: 'delivery', attribute: 'on-time', spoke: 'against', decisive: true },
      { factor: 'company-image', attribute: null, spoke: 'for', decisive: false },
    ],
  })
  expect(readReasons('delivery').ok).toBe(false)
  expect(readReasons('they were late -').ok).toBe(false)
})

test('reasons survive the way into a file and back', () => {
  const key = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/)
  const reason = fc.record({
    factor: key,
    attribute: fc.option(key),
    spoke: fc.constantFrom('for' as const, 'against' as const),
    decisive: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(reason, { maxLength: 12 }), reasons => {
      expect(readReasons(reasonText(reasons))).toEqual({ ok: true, value: reasons })
    }),
  )
})
