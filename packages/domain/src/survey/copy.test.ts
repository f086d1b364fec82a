import { describe, expect, test } from '@jest/globals'
import { copyPage, copyQuestion } from './copy.ts'
import type { Page } from './definition.ts'

const lateIf = { join: 'all', tests: [{ subject: { question: 'late' }, is: 'is', values: ['yes'] }] } as const
const page: Page = {
  id: 'delivery',
  title: { en: 'Delivery' },
  intro: { en: 'You said {{question:before|something}}.' },
  factor: 'delivery',
  questions: [
    { id: 'late', kind: 'yes-no', text: { en: 'Late?' }, required: false, offerNotApplicable: false },
    {
      id: 'why',
      kind: 'choice',
      text: { en: 'You said {{question:late|so}}. Why, {{contact.name|dear}}?' },
      required: false,
      showIf: lateIf,
      order: 'fixed',
      options: [{ id: 'a', text: { en: 'Because {{question:late|of that}}' } }],
    },
  ],
  showIf: { join: 'any', tests: [{ subject: { question: 'before' }, is: 'answered', values: [] }] },
  jumps: [{ when: lateIf, to: { page: 'closing' } }],
}
let serial = 0
const newId = (prefix: string) => {
  serial += 1
  return `${prefix}-${serial}`
}

describe('a copied page', () => {
  serial = 0
  const copy = copyPage(page, newId)
  const [late, why] = copy.questions

  test('and its questions have ids of their own', () => {
    const ids = [copy.id, late?.id, why?.id]
    expect(new Set([...ids, page.id, 'late', 'why']).size).toBe(6)
    expect(why && 'options' in why && why.options[0]?.id).toBe('a')
    expect(copy).toMatchObject({ title: page.title, factor: 'delivery' })
  })

  test('looks at its own questions, and at those before it as before', () => {
    expect(why?.showIf?.tests[0]?.subject).toEqual({ question: late?.id })
    expect(copy.jumps?.[0]).toMatchObject({ when: { tests: [{ subject: { question: late?.id } }] } })
    expect(copy.jumps?.[0]?.to).toEqual({ page: 'closing' })
    expect(copy.showIf).toEqual(page.showIf)
  })

  test('says its own answers in its texts', () => {
    expect(why?.text.en).toBe(`You said {{question:${late?.id}|so}}. Why, {{contact.name|dear}}?`)
    expect(why && 'options' in why && why.options[0]?.text.en).toBe(
      `Because {{question:${late?.id}|of that}}`,
    )
    expect(copy.intro).toEqual(page.intro)
  })
})

test('a copied question differs in its id alone', () => {
  const [question] = page.questions
  if (!question) throw new Error('the page has questions')
  expect(copyQuestion(question, 'again')).toEqual({ ...question, id: 'again' })
})
