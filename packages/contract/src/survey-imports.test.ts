import { describe, expect, test } from '@jest/globals'
import { arbitrarySurvey } from '@sixfold/domain/survey/arbitrary-survey'
import { convertLimeSurvey } from '@sixfold/domain/survey/import/limesurvey/convert'
import { definitionFaults, OWN_FORMAT, OWN_FORMAT_VERSION } from '@sixfold/domain/survey/import/own-file'
import { convertSurveyJs } from '@sixfold/domain/survey/import/surveyjs/convert'
import type { JsonObject } from '@sixfold/domain/survey/import/surveyjs/props'
import { logicFindings } from '@sixfold/domain/survey/logic/findings'
import fc from 'fast-check'
import { surveyDefinition } from './survey-definition.ts'
import { importItem, surveyFile } from './survey-imports.ts'

const model = { key: 'ibm-six', version: 1 }
const MIXED = ['unknown_question', 'unknown_part', 'unknown_page', 'unknown_value', 'unfit_test']

/** What every import must be: a sound definition whose conditions all lead somewhere, and a report of the closed list. */
function expectSound({ definition, report }: ReturnType<typeof convertSurveyJs>) {
  expect(surveyDefinition.safeParse(definition).error?.issues).toBeUndefined()
  expect(definitionFaults(definition)).toEqual([])
  expect(report.items.every(item => importItem.safeParse(item).success)).toBe(true)
  expect(logicFindings(definition).filter(({ code }) => MIXED.includes(code))).toEqual([])
}

describe('our own file', () => {
  test('law: what is written is read again as it was', () => {
    fc.assert(
      fc.property(arbitrarySurvey, definition => {
        const written = JSON.stringify({ format: OWN_FORMAT, formatVersion: OWN_FORMAT_VERSION, definition })
        expect(surveyFile.parse(JSON.parse(written)).definition).toEqual(definition)
        expect(definitionFaults(definition)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('ids that stand twice, and a default language that is none, are named by their place', () => {
    const question = { id: 'q', kind: 'nps' as const, text: {}, required: false }
    const option = { id: 'a', text: {} }
    const list = {
      id: 'r',
      kind: 'ranking' as const,
      text: {},
      required: false,
      order: 'fixed' as const,
      options: [option, option],
    }
    const page = { id: 'p', title: {}, questions: [question, question, list] }
    const definition = {
      title: {},
      languages: ['en', 'en'],
      defaultLanguage: 'vi',
      factorModel: model,
      welcome: {},
      thanks: {},
      pages: [page, { ...page, questions: [] }],
    }
    expect(definitionFaults(definition)).toEqual([
      { code: 'duplicate_id', path: 'languages.1' },
      { code: 'no_default_language', path: 'defaultLanguage' },
      { code: 'duplicate_id', path: 'pages.1.id' },
      { code: 'duplicate_id', path: 'pages.0.questions.1.id' },
      { code: 'duplicate_id', path: 'pages.0.questions.2.options.1.id' },
    ])
  })
})

const NAMES = [
  'name',
  'type',
  'title',
  'choices',
  'rows',
  'columns',
  'items',
  'elements',
  'visibleIf',
  'requiredIf',
  'validators',
  'rateValues',
  'rateMin',
  'rateMax',
  'rateStep',
  'min',
  'max',
  'step',
  'value',
  'text',
  'description',
  'html',
  'templateElements',
  'isRequired',
  'maxLength',
  'inputType',
  'hasOther',
  'otherText',
  'choicesOrder',
  'imageLink',
  'multiSelect',
  'labelTrue',
  'valueTrue',
  'maxSize',
  'minSelectedChoices',
  'maxSelectedChoices',
  '__proto__',
  'constructor',
  'cellType',
  'allowMultiple',
  'acceptedTypes',
  'selectToRankEnabled',
]
const TYPES = [
  'text',
  'comment',
  'radiogroup',
  'checkbox',
  'dropdown',
  'tagbox',
  'rating',
  'ranking',
  'imagepicker',
  'boolean',
  'matrix',
  'matrixdropdown',
  'matrixdynamic',
  'multipletext',
  'slider',
  'file',
  'html',
  'panel',
  'paneldynamic',
  'toString',
  '__proto__',
]
const WORDS = [
  'a',
  'A',
  'q1',
  "{a} = 'x'",
  '{q1} > 3 and {a} notempty',
  '<b>x</b>',
  'data:image/png;base64,AAAA',
  'random',
  'date',
  'number',
  '2026-02-30',
  'Very satisfied',
  'Dissatisfied',
  'Not satisfied',
  '{{x}} {a}',
  '\ud800',
  '\u0000',
  '',
  'other',
  'none',
  '__proto__',
  '<![CDATA[',
  '&#x110000;',
]
const leaf = fc.oneof(
  fc.constantFrom(...WORDS, ...TYPES),
  fc.string(),
  fc.double(),
  fc.constantFrom(0, 1, 5, 10, -1, 1e15, 0.1, 2_000),
  fc.boolean(),
  fc.constant(null),
)
const { json } = fc.letrec<{ json: unknown; object: JsonObject }>(tie => ({
  json: fc.oneof({ maxDepth: 6 }, leaf, fc.array(tie('json'), { maxLength: 6 }), tie('object')),
  object: fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: fc.string() }),
        tie('json'),
      ),
      { maxLength: 8 },
    )
    .map(entries => Object.fromEntries(entries)),
}))
const element = fc
  .tuple(
    fc.constantFrom(...TYPES),
    fc.constantFrom('a', 'q1', 'B b', ''),
    fc.dictionary(fc.constantFrom(...NAMES), json, { maxKeys: 8 }),
  )
  .map(([type, name, rest]) => ({ ...rest, type, name }))

describe('whatever a file holds', () => {
  test('law: any JSON becomes a sound survey, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(element, json), { maxLength: 8 }),
        json,
        json,
        (elements, pages, rest) => {
          const file = {
            ...(typeof rest === 'object' ? rest : {}),
            elements,
            ...(Array.isArray(pages) ? { pages } : {}),
          }
          expectSound(convertSurveyJs(JSON.parse(JSON.stringify(file)), model))
        },
      ),
      { numRuns: 250 },
    )
  })

  test('law: any tables become a sound survey, and nothing throws', () => {
    const FIELDS = [
      'qid',
      'parent_qid',
      'gid',
      'type',
      'title',
      'question',
      'help',
      'mandatory',
      'other',
      'relevance',
      'language',
      'scale_id',
      'code',
      'answer',
      'aid',
      'attribute',
      'value',
      'sortorder',
      'question_order',
      'group_name',
      'description',
      'grelevance',
      '__proto__',
    ]
    const VALUES = [
      '1',
      '2',
      '0',
      '3',
      'Y',
      'N',
      'S',
      'en',
      'vi',
      'xx_YY',
      '-',
      'A1',
      'Q1',
      'min_answers',
      'max_answers',
      'equals_num_value',
      'hidden',
      'slider_layout',
      'slider_max',
      'date_min',
      'date_max',
      'maximum_chars',
      'exclude_all_others',
      'Q1 == "A1"',
      '((Q1.NAOK > 1))',
      '2026-01-01',
      '99999999999999999',
      '-5',
      '<p>x',
      'Very satisfied',
      'Dissatisfied',
      '\ud800',
      ...'L!MPFABCEH15GYNKSTUQDRX|;:*IO',
    ]
    const row = fc
      .array(fc.tuple(fc.constantFrom(...FIELDS), fc.oneof(fc.constantFrom(...VALUES), fc.string())), {
        maxLength: 10,
      })
      .map(entries => new Map([['gid', '1'], ['qid', '1'], ...entries]))
    const TABLES = [
      'groups',
      'questions',
      'subquestions',
      'answers',
      'question_l10ns',
      'answer_l10ns',
      'group_l10ns',
      'question_attributes',
      'surveys',
      'surveys_languagesettings',
      'quota',
      'conditions',
      'anything',
    ]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('en', 'vi', '', 'zz_ZZ', 'not a language')),
        fc.array(fc.tuple(fc.constantFrom(...TABLES), fc.array(row, { maxLength: 6 })), { maxLength: 12 }),
        (languages, tables) => {
          const all = new Map([['groups', [new Map([['gid', '1']])]], ...tables])
          expectSound(convertLimeSurvey({ languages, tables: all }, model))
        },
      ),
      { numRuns: 250 },
    )
  })
})
