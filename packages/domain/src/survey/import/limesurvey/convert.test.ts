import { describe, expect, test } from '@jest/globals'
import { questionsOf } from '../../definition.ts'
import type { Question } from '../../question.ts'
import { convertLimeSurvey } from './convert.ts'

const model = { key: 'ibm-six', version: 1 }
type Cells = Record<string, string>

/** The tables of a file as version 4 and later write them: texts in tables of their own. */
function fileOf(
  questions: Cells[],
  { more = {}, languages = ['en'] }: { more?: Record<string, Cells[]>; languages?: string[] } = {},
) {
  const tables: Record<string, Cells[]> = {
    groups: [{ gid: '1', group_order: '0', grelevance: '1' }],
    group_l10ns: [{ gid: '1', group_name: 'First', description: '', language: 'en' }],
    questions: [],
    question_l10ns: [],
    subquestions: [],
    answers: [],
    answer_l10ns: [],
    question_attributes: [],
    surveys: [{ sid: '7', language: languages[0] ?? 'en' }],
    surveys_languagesettings: [{ surveyls_language: 'en', surveyls_title: 'A survey' }],
    ...more,
  }
  const put = (table: string, row: Cells) => tables[table]?.push(row)
  for (const [
    at,
    { subs = '', subs2 = '', answers = '', answers2 = '', attributes = '', text, ...row },
  ] of questions.entries()) {
    const qid = String(100 + at)
    put('questions', {
      qid,
      gid: '1',
      parent_qid: '0',
      title: `Q${at + 1}`,
      question_order: String(at),
      relevance: '1',
      mandatory: 'N',
      other: 'N',
      ...row,
    })
    put('question_l10ns', { qid, question: text ?? 'Asked', help: '', language: 'en' })
    for (const [scale, list] of [
      ['0', subs],
      ['1', subs2],
    ] as const)
      for (const [order, entry] of list.split('|').filter(Boolean).entries()) {
        const [code = '', words = ''] = entry.split('=')
        const child = `${qid}${scale}${order}`
        put('subquestions', {
          qid: child,
          parent_qid: qid,
          gid: '1',
          title: code,
          question_order: String(order),
          scale_id: scale,
          relevance: '1',
        })
        put('question_l10ns', { qid: child, question: words, language: 'en' })
      }
    for (const [scale, list] of [
      ['0', answers],
      ['1', answers2],
    ] as const)
      for (const [order, entry] of list.split('|').filter(Boolean).entries()) {
        const [code = '', words = ''] = entry.split('=')
        put('answers', {
          aid: `${qid}${scale}${order}`,
          qid,
          code,
          sortorder: String(order),
          scale_id: scale,
        })
        put('answer_l10ns', { aid: `${qid}${scale}${order}`, answer: words, language: 'en' })
      }
    for (const entry of attributes.split('|').filter(Boolean)) {
      const [attribute = '', value = ''] = entry.split('=')
      put('question_attributes', { qid, attribute, value, language: '' })
    }
  }
  const rows = (cells: Cells[]) => cells.map(cell => new Map(Object.entries(cell)))
  return { languages, tables: new Map(Object.entries(tables).map(([name, cells]) => [name, rows(cells)])) }
}

const convert = (...questions: Cells[]) => convertLimeSurvey(fileOf(questions), model)

interface Example {
  source: Cells
  becomes: Partial<Question>[]
  says?: [string, string][]
}

const five = 'A1=Very dissatisfied|A2=Dissatisfied|A3=Neither|A4=Satisfied|A5=Very satisfied'

const examples: Record<string, Example> = {
  'L, with other': {
    source: {
      type: 'L',
      answers: 'A1=Red|A2=Blue',
      other: 'Y',
      mandatory: 'Y',
      attributes: 'other_replace_text=Another',
    },
    becomes: [
      {
        kind: 'choice',
        required: true,
        other: { en: 'Another' },
        options: [
          { id: 'a1', text: { en: 'Red' } },
          { id: 'a2', text: { en: 'Blue' } },
        ],
      },
    ],
  },
  '!': {
    source: { type: '!', answers: 'A1=Red|A2=Blue', attributes: 'random_order=1' },
    becomes: [{ kind: 'dropdown', order: 'random' }],
  },
  O: {
    source: { type: 'O', answers: 'A1=Red' },
    becomes: [{ kind: 'choice' }, { kind: 'text' }],
    says: [['type O', 'split']],
  },
  M: {
    source: {
      type: 'M',
      subs: 'S1=Late|S2=Nothing',
      attributes: 'exclude_all_others=S2|min_answers=1|max_answers=9',
    },
    becomes: [
      {
        kind: 'choices',
        options: [
          { id: 's1', text: { en: 'Late' } },
          { id: 's2', text: { en: 'Nothing' }, exclusive: true },
        ],
        atLeast: 1,
        atMost: 1,
      },
    ],
    says: [['max_answers', 'bounded']],
  },
  P: {
    source: { type: 'P', subs: 'S1=Late|S2=Lost' },
    becomes: [{ kind: 'choices' }, { kind: 'text' }],
    says: [['type P', 'split']],
  },
  R: {
    source: { type: 'R', answers: 'A1=x|A2=y|A3=z', attributes: 'max_answers=2' },
    becomes: [{ kind: 'ranking', top: 2 }],
  },
  '5': { source: { type: '5' }, becomes: [{ kind: 'rating', points: 5, first: 1 }] },
  G: { source: { type: 'G' }, becomes: [{ kind: 'choice' }], says: [['type G', 'other_kind']] },
  Y: { source: { type: 'Y' }, becomes: [{ kind: 'yes-no' }] },
  N: {
    source: {
      type: 'N',
      attributes: 'min_num_value_n=1|max_num_value_n=9|num_value_int_only=1|suffix=tonnes',
    },
    becomes: [{ kind: 'number', min: 1, max: 9, decimals: 0, unit: { en: 'tonnes' } }],
  },
  'N, bounded by an equation': {
    source: { type: 'N', attributes: 'max_num_value_n={Q1 * 2}' },
    becomes: [{ kind: 'number', decimals: 6 }],
    says: [['max_num_value_n', 'computed']],
  },
  K: {
    source: { type: 'K', subs: 'S1=Road|S2=Rail' },
    becomes: [{ kind: 'number' }, { kind: 'number' }],
    says: [['type K', 'split']],
  },
  'K, a fixed sum': {
    source: { type: 'K', subs: 'S1=Road|S2=Rail', attributes: 'equals_num_value=100' },
    becomes: [{ kind: 'sum', total: 100 }],
  },
  'K, sliders': {
    source: { type: 'K', subs: 'S1=Road', attributes: 'slider_layout=1|slider_min=0|slider_max=10' },
    becomes: [{ kind: 'slider', min: 0, max: 10 }],
    says: [['type K', 'split']],
  },
  S: {
    source: { type: 'S', attributes: 'maximum_chars=40' },
    becomes: [{ kind: 'text', long: false, maxLength: 40 }],
  },
  T: { source: { type: 'T' }, becomes: [{ kind: 'text', long: true }] },
  U: { source: { type: 'U' }, becomes: [{ kind: 'text', long: true }] },
  Q: {
    source: { type: 'Q', subs: 'S1=Name|S2=Town' },
    becomes: [{ text: { en: 'Asked: Name' } }, { text: { en: 'Asked: Town' } }],
    says: [['type Q', 'split']],
  },
  D: {
    source: { type: 'D', attributes: 'date_min=2026-01-01|date_max=2027' },
    becomes: [{ kind: 'date', earliest: '2026-01-01', latest: '2027-12-31' }],
  },
  X: {
    source: { type: 'X', text: '<p>Read&nbsp;this</p>' },
    becomes: [{ kind: 'statement', text: { en: 'Read this' } }],
    says: [['question', 'markup_removed']],
  },
  '|': {
    source: { type: '|', attributes: 'allowed_filetypes=png, pdf|max_num_of_files=2|max_filesize=2000' },
    becomes: [{ kind: 'upload', accept: ['image', 'pdf'], maxFiles: 2, maxMegabytes: 2 }],
  },
  'F, the standard scale': {
    source: { type: 'F', subs: 'S1=Price|S2=Quality', answers: five },
    becomes: [
      {
        kind: 'grid',
        rows: [
          { id: 's1', text: { en: 'Price' } },
          { id: 's2', text: { en: 'Quality' } },
        ],
      },
    ],
    says: [['type F', 'standard_scale']],
  },
  'F, another scale': {
    source: { type: 'F', subs: 'S1=Price', answers: 'A1=Low|A2=High' },
    becomes: [{ kind: 'choice', text: { en: 'Asked: Price' } }],
    says: [['type F', 'split']],
  },
  H: {
    source: { type: 'H', subs: 'S1=Price', answers: 'A1=Low|A2=High' },
    becomes: [{ kind: 'choice' }],
    says: [['type H', 'split']],
  },
  A: {
    source: { type: 'A', subs: 'S1=Price' },
    becomes: [{ kind: 'rating', points: 5 }],
    says: [['type A', 'split']],
  },
  B: {
    source: { type: 'B', subs: 'S1=Price' },
    becomes: [{ kind: 'rating', points: 10 }],
    says: [['type B', 'split']],
  },
  C: { source: { type: 'C', subs: 'S1=Price' }, becomes: [{ kind: 'choice' }], says: [['type C', 'split']] },
  E: { source: { type: 'E', subs: 'S1=Price' }, becomes: [{ kind: 'choice' }], says: [['type E', 'split']] },
  '1': {
    source: {
      type: '1',
      subs: 'S1=Price',
      answers: 'A1=Low|A2=High',
      answers2: 'B1=No|B2=Yes',
      attributes: 'dualscale_headerA=Level|dualscale_headerB=Matters',
    },
    becomes: [{ text: { en: 'Asked: Level: Price' } }, { text: { en: 'Asked: Matters: Price' } }],
    says: [
      ['type 1', 'split'],
      ['type 1', 'split'],
    ],
  },
  ';': {
    source: { type: ';', subs: 'R1=North', subs2: 'C1=Size|C2=Age' },
    becomes: [{ kind: 'text' }, { kind: 'text' }],
    says: [
      ['type ;', 'split'],
      ['type ;', 'split'],
    ],
  },
  ':': {
    source: {
      type: ':',
      subs: 'R1=North',
      subs2: 'C1=Size',
      attributes: 'multiflexible_min=0|multiflexible_max=5',
    },
    becomes: [{ kind: 'number', min: 0, max: 5 }],
    says: [['type :', 'split']],
  },
  I: { source: { type: 'I' }, becomes: [], says: [['type I', 'no_counterpart']] },
  '*': { source: { type: '*' }, becomes: [], says: [['type *', 'computed']] },
  'a type nobody knows': { source: { type: '%' }, becomes: [], says: [['type %', 'unknown_kind']] },
  'what was never shown': {
    source: { type: 'S', attributes: 'hidden=1' },
    becomes: [],
    says: [['type S', 'hidden']],
  },
  'soft mandatory, filters and checks': {
    source: {
      type: 'S',
      mandatory: 'S',
      attributes: 'array_filter=Q9|em_validation_q=strlen(self) > 3|cssclass=big',
    },
    becomes: [{ kind: 'text', required: false }],
    says: [
      ['mandatory', 'made_optional'],
      ['array_filter', 'condition'],
      ['em_validation_q', 'check'],
      ['attributes', 'appearance'],
    ],
  },
}

describe('every type of question', () => {
  test.each(Object.entries(examples))('%s', (_name, { source, becomes, says = [] }) => {
    const { definition, report } = convert(source)
    expect(questionsOf(definition)).toMatchObject(becomes)
    expect(questionsOf(definition)).toHaveLength(becomes.length)
    const told = report.items
      .filter(({ reason, what }) => reason !== 'taken_over' && what !== 'surveys')
      .map(({ what, reason }) => [what, reason])
    expect(told.toSorted()).toEqual(says.toSorted())
  })
})

describe('relevance', () => {
  const asking: Cells[] = [
    { type: 'L', answers: 'A1=Red|A2=Blue', other: 'Y' },
    { type: 'M', subs: 'S1=Late|S2=Lost' },
    { type: 'N', attributes: 'num_value_int_only=1' },
    { type: 'Y' },
    { type: 'F', subs: 'S1=Price', answers: five },
  ]
  const shown = (relevance: string) => {
    const { definition, report } = convert(...asking, { type: 'S', relevance })
    const listed = report.items.some(({ where, reason }) => where.question === 'Q6' && reason === 'condition')
    return { showIf: questionsOf(definition).find(({ id }) => id === 'q6')?.showIf, listed }
  }

  test.each([
    ['((Q1.NAOK == "A2"))', 'all', [{ subject: { question: 'q1' }, is: 'is', values: ['a2'] }]],
    ['Q1 != "-oth-"', 'all', [{ subject: { question: 'q1' }, is: 'is-not', values: ['other'] }]],
    ['Q2_S1.NAOK == "Y"', 'all', [{ subject: { question: 'q2' }, is: 'includes', values: ['s1'] }]],
    ['Q2_S1 == ""', 'all', [{ subject: { question: 'q2' }, is: 'includes-not', values: ['s1'] }]],
    [
      'Q3 > 5 and Q4.NAOK eq "Y"',
      'all',
      [
        { subject: { question: 'q3' }, is: 'at-least', values: [6] },
        { subject: { question: 'q4' }, is: 'is', values: ['yes'] },
      ],
    ],
    [
      '!is_empty(Q3.NAOK) or (Q5_S1 == "A5")',
      'any',
      [
        { subject: { question: 'q3' }, is: 'answered', values: [] },
        { subject: { question: 'q5', part: 's1' }, is: 'is', values: [5] },
      ],
    ],
    ['7X1X100 == "A1"', 'all', [{ subject: { question: 'q1' }, is: 'is', values: ['a1'] }]],
  ])('%s', (relevance, join, tests) => {
    expect(shown(relevance)).toEqual({ showIf: { join, tests }, listed: false })
  })

  test.each([
    '0',
    'sum(Q3, 2) > 1',
    'Q9 == 1',
    'Q1 == Q2',
    'Q1 == "A1" and (Q3 > 1 or Q4 == "Y")',
    '{Q1} == 1',
    '((',
  ])('%s has no like: it is listed, not guessed', relevance => {
    expect(shown(relevance)).toEqual({ showIf: undefined, listed: true })
  })

  test.each(['1', '', '(1)'])('%j means always', relevance => {
    expect(shown(relevance)).toEqual({ showIf: undefined, listed: false })
  })
})

test('texts of versions before 4 stand in the rows; groups become pages in their order, in every language', () => {
  const rows = (...cells: Cells[]) => cells.map(cell => new Map(Object.entries(cell)))
  const { definition, report } = convertLimeSurvey(
    {
      languages: ['de-informal', 'vi'],
      tables: new Map([
        ['surveys', rows({ language: 'de-informal' })],
        [
          'surveys_languagesettings',
          rows({
            surveyls_language: 'vi',
            surveyls_title: 'Tên',
            surveyls_endtext: 'Cảm ơn {TOKEN:FIRSTNAME}',
            surveyls_email_invite: 'Mời',
          }),
        ],
        [
          'groups',
          rows(
            {
              gid: '2',
              group_order: '1',
              group_name: 'Zwei',
              language: 'de-informal',
              grelevance: 'a.NAOK > 1',
            },
            {
              gid: '1',
              group_order: '0',
              group_name: 'Eins',
              description: '<b>Los</b>',
              language: 'de-informal',
            },
            { gid: '1', group_order: '0', group_name: 'Một', language: 'vi' },
          ),
        ],
        [
          'questions',
          rows(
            {
              qid: '1',
              parent_qid: '0',
              gid: '1',
              type: 'N',
              title: 'a',
              question: 'Wie viele?',
              language: 'de-informal',
            },
            {
              qid: '1',
              parent_qid: '0',
              gid: '1',
              type: 'N',
              title: 'a',
              question: 'Bao nhiêu?',
              language: 'vi',
            },
            {
              qid: '2',
              parent_qid: '0',
              gid: '2',
              type: 'S',
              title: 'b',
              question: '{a.shown} Stück: wofür? {sum(1)}',
              language: 'de-informal',
            },
            { qid: '3', parent_qid: '0', gid: '9', type: 'S', title: 'lost', question: 'x', language: 'vi' },
          ),
        ],
        ['quota', rows({ name: 'Half', qlimit: '50' }, { name: 'Rest', qlimit: '20' })],
        ['assessments', rows({ name: 'Points', message: 'Good' })],
        ['conditions', rows({ qid: '2', cfieldname: '7X1X1', method: '==', value: '3' })],
        ['defaultvalues', rows({ qid: '1', defaultvalue: '5' })],
        ['plugins', rows({ any: 'thing' })],
      ]),
    },
    model,
  )
  expect(definition).toMatchObject({
    languages: ['de-informal', 'vi'],
    title: { vi: 'Tên' },
    thanks: { vi: 'Cảm ơn {{contact.name|}}' },
    pages: [
      {
        title: { 'de-informal': 'Eins', vi: 'Một' },
        intro: { 'de-informal': 'Los' },
        questions: [{ id: 'a', text: { 'de-informal': 'Wie viele?', vi: 'Bao nhiêu?' } }],
      },
      {
        title: { 'de-informal': 'Zwei' },
        showIf: { join: 'all' },
        questions: [{ id: 'b', text: { 'de-informal': '{{question:a|}} Stück: wofür? {sum(1)}' } }],
      },
    ],
  })
  expect(report.items.map(({ what, reason }) => `${what} ${reason}`)).toEqual(
    expect.arrayContaining([
      'quota quota',
      'assessments assessment',
      'conditions condition',
      'defaultvalues prefilled',
      'plugins no_counterpart',
      'surveys settings',
      'surveys_languagesettings settings',
      'gid malformed',
      'question placeholder',
    ]),
  )
  expect(report.items.filter(({ reason }) => reason === 'quota')).toHaveLength(2)
})
