import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import { arbitraryOperation } from './arbitrary-operation.ts'
import { arbitrarySurvey } from './arbitrary-survey.ts'
import { canonicalJson } from './canonical-json.ts'
import type { SurveyDefinition } from './definition.ts'
import type { Change } from './difference.ts'
import { differencesBetween } from './difference.ts'
import { applyOperation, applyOperations } from './edit.ts'
import type { SurveyOperation } from './operation.ts'
import { quarterlySurvey } from './preset.ts'

const survey = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })

function after(...operations: SurveyOperation[]): SurveyDefinition {
  const result = applyOperations(survey, operations)
  if (!result.ok) throw new Error(`operation ${result.at}: ${result.reason}`)
  return result.definition
}

/** `question do-better changed: text`: what is told, in short. */
const told = (definition: SurveyDefinition, before = survey, continues = {}) =>
  differencesBetween(before, definition, continues).map(one => {
    const name = one.of === 'survey' ? '' : ` ${one.of === 'page' ? one.page.id : one.question.id}`
    const changes = one.changes.map(change => ('setting' in change ? change.setting : change.what))
    return `${one.of}${name} ${one.change}${changes.length > 0 ? `: ${changes.join(', ')}` : ''}`
  })

const choice = (options: string[]) => ({
  id: 'which',
  kind: 'choices' as const,
  text: { en: 'Which?' },
  required: false,
  options: options.map(id => ({ id, text: { en: `Option ${id}` } })),
  order: 'fixed' as const,
})
const withChoice = (...options: string[]): SurveyOperation => ({
  op: 'add-question',
  page: 'delivery',
  index: 0,
  question: choice(options),
})

describe('what is different', () => {
  const text = (language: string, value: string): SurveyOperation => ({
    op: 'set-question-text',
    question: 'do-better',
    field: 'text',
    language,
    value,
  })

  test.each<[string, SurveyOperation[], string[]]>([
    ['nothing', [], []],
    ['a text', [text('en', 'What else?')], ['question do-better changed: text']],
    [
      'the texts of a language that goes',
      [text('vi', 'Gì nữa?'), { op: 'set-languages', languages: ['en'], defaultLanguage: 'en' }],
      ['survey changed: language'],
    ],
    [
      'the languages',
      [{ op: 'set-languages', languages: ['vi', 'en', 'fr'], defaultLanguage: 'vi' }],
      ['survey changed: language, default-language'],
    ],
    [
      'the title',
      [{ op: 'set-survey-text', field: 'title', language: 'en', value: 'New' }],
      ['survey changed: text'],
    ],
    ['the model', [{ op: 'set-factor-model', key: 'own', version: 2 }], ['survey changed: factor-model']],
    ['a page moved', [{ op: 'move-page', page: 'closing', index: 0 }], ['page closing changed: moved']],
    [
      'a page gone',
      [{ op: 'remove-page', page: 'closing' }],
      ['page closing removed', 'question recommend removed', 'question do-better removed'],
    ],
    [
      'a question moved to another page',
      [{ op: 'move-question', question: 'do-better', page: 'delivery', index: 0 }],
      ['question do-better changed: moved'],
    ],
    [
      'a question moved on its page',
      [{ op: 'move-question', question: 'do-better', page: 'closing', index: 0 }],
      ['question recommend changed: moved'],
    ],
    ['a question gone', [{ op: 'remove-question', question: 'recommend' }], ['question recommend removed']],
    ['a question more', [withChoice('a')], ['question which added']],
    [
      'settings',
      [
        { op: 'set-required', question: 'do-better', required: true },
        { op: 'set-setting', question: 'do-better', setting: 'maxLength', value: 10 },
        { op: 'set-page-setting', page: 'closing', setting: 'factor', value: 'delivery' },
      ],
      ['page closing changed: factor', 'question do-better changed: required, maxLength'],
    ],
    [
      'another kind',
      [
        {
          op: 'replace-question',
          question: {
            id: 'recommend',
            kind: 'csat',
            text: { en: 'Well?' },
            required: false,
            offerNotApplicable: true,
          },
        },
      ],
      ['question recommend changed: kind, text, text'],
    ],
  ])('%s', (_, operations, expected) => {
    expect(told(after(...operations))).toEqual(expected)
  })

  test('options that come, go, change place or words', () => {
    const before = after(withChoice('a', 'b', 'c'))
    const change = (...operations: SurveyOperation[]) => {
      const result = applyOperations(before, operations)
      return result.ok ? differencesBetween(before, result.definition)[0]?.changes : null
    }
    const part = { question: 'which', part: 'b' }
    const option = (id: string) => ({ id, text: { en: `Option ${id}` } })
    expect(change({ op: 'remove-part', ...part })).toEqual([
      { what: 'part', part: option('b'), change: 'removed' },
    ])
    expect(change({ op: 'move-part', question: 'which', part: 'c', index: 0 })).toEqual([
      { what: 'part', part: option('c'), change: 'moved' },
    ])
    expect(change({ op: 'add-part', question: 'which', index: 0, part: option('d') })).toEqual([
      { what: 'part', part: option('d'), change: 'added' },
    ])
    expect(change({ op: 'set-part-text', ...part, language: 'en', value: 'Bee' })).toEqual([
      {
        what: 'text',
        field: 'text',
        part: { id: 'b', text: { en: 'Bee' } },
        language: 'en',
        before: 'Option b',
        after: 'Bee',
      },
    ])
    expect(change({ op: 'set-part-setting', ...part, setting: 'exclusive', value: true })).toMatchObject([
      { what: 'part-setting', setting: 'exclusive', before: undefined, after: true },
    ])
  })

  test('a question that goes on under a new id is changed, not gone and new', () => {
    const [before, now] = [
      after(withChoice('a')),
      after({
        ...withChoice('a'),
        question: { ...choice(['a']), id: 'again', required: true },
      } as SurveyOperation),
    ]
    expect(told(now, before)).toEqual(['question again added', 'question which removed'])
    expect(told(now, before, { again: 'which' })).toEqual(['question again changed: required'])
  })
})

test('law: a survey that was changed is told to be, and only then', () => {
  fc.assert(
    fc.property(arbitrarySurvey, arbitraryOperation, (before, operation) => {
      const result = applyOperation(before, operation)
      if (!result.ok) return
      const shown = (definition: SurveyDefinition) =>
        canonicalJson({ ...definition, languages: [...definition.languages].sort() })
      const differences = differencesBetween(before, result.definition)
      if (shown(before) === shown(result.definition)) expect(differences).toEqual([])
      const isOfHiddenLanguage = (change: Change) =>
        change.what === 'text' && !before.languages.includes(change.language)
      expect(differences.flatMap(({ changes }) => changes).some(isOfHiddenLanguage)).toBe(false)
      if (differences.length === 0 && operation.op !== 'set-languages' && !('question' in operation))
        expect(shown(result.definition)).toBe(shown(before))
    }),
  )
})
