import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryQuestion } from './arbitrary-question.ts'
import { partsOf } from './parts.ts'
import type { PartOrder, QuestionOf } from './question.ts'
import { shownParts } from './shown-parts.ts'

const choice = (order: PartOrder): QuestionOf<'choice'> => ({
  id: 'q',
  kind: 'choice',
  text: {},
  required: false,
  options: Array.from('abcdef').map(id => ({ id, text: {} })),
  order,
})
const ids = (order: PartOrder, seed: string) =>
  shownParts(choice(order), seed)
    .map(({ id }) => id)
    .join('')

describe('the order in which one respondent sees the options', () => {
  test('is as written where it is fixed', () => expect(ids('fixed', 'any')).toBe('abcdef'))

  test('is the same again for the same respondent, another for others', () => {
    expect(ids('random', 'lan')).toBe(ids('random', 'lan'))
    expect(new Set(Array.from({ length: 30 }, (_, n) => ids('random', `r${n}`))).size).toBeGreaterThan(20)
  })

  test('keeps the last option in its place where that is asked', () => {
    for (let n = 0; n < 30; n += 1) expect(ids('random-last-fixed', `r${n}`)).toMatch(/f$/)
    expect(
      new Set(Array.from({ length: 30 }, (_, n) => ids('random-last-fixed', `r${n}`))).size,
    ).toBeGreaterThan(15)
  })

  test('puts each option first about equally often', () => {
    const firsts = Array.from({ length: 1200 }, (_, n) => ids('random', `respondent ${n}`)[0])
    for (const id of 'abcdef') {
      const times = firsts.filter(first => first === id).length
      expect(times).toBeGreaterThan(140)
      expect(times).toBeLessThan(260)
    }
  })

  test('differs between two questions with the same options', () => {
    const other = (seed: string) => shownParts({ ...choice('random'), id: 'q2' }, seed).map(({ id }) => id)
    const same = Array.from({ length: 30 }, (_, n) => `r${n}`).filter(
      seed => other(seed).join('') === ids('random', seed),
    )
    expect(same.length).toBeLessThan(5)
  })

  test('loses and adds nothing, whatever the kind', () => {
    fc.assert(
      fc.property(arbitraryQuestion, fc.string(), (question, seed) => {
        const shown = [...shownParts(question, seed)]
        const parts = partsOf(question)?.parts ?? []
        expect(shown).toHaveLength(parts.length)
        for (const part of parts) expect(shown).toContain(part)
      }),
    )
  })
})
