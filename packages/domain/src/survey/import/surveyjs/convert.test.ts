import { describe, expect, test } from '@jest/globals'
import { questionsOf } from '../../definition.ts'
import type { Question } from '../../question.ts'
import { convertSurveyJs } from './convert.ts'
import type { JsonObject } from './props.ts'

const model = { key: 'ibm-six', version: 1 }
const convert = (json: JsonObject) => convertSurveyJs(json, model)
const withElements = (...elements: unknown[]) => convert({ pages: [{ name: 'p', elements }] })
const asked = (...elements: unknown[]) => questionsOf(withElements(...elements).definition)
const said = (json: JsonObject) =>
  convert(json).report.items.map(({ where, what, reason }) => [
    where.question ?? where.page ?? '',
    what,
    reason,
  ])

interface Example {
  element: JsonObject
  becomes: Partial<Question>[]
  says?: [string, string][]
}

const five = ['Very dissatisfied', 'Dissatisfied', 'Neither', 'Satisfied', 'Very satisfied']
const texts = (...words: string[]) => words.map((text, at) => ({ value: at + 1, text }))

const examples: Record<string, Example> = {
  'text, a line': {
    element: { type: 'text', maxLength: 80, isRequired: true },
    becomes: [{ kind: 'text', long: false, maxLength: 80, required: true }],
  },
  'text, a number': {
    element: { type: 'text', inputType: 'number', min: 0, max: 10, step: 0.25 },
    becomes: [{ kind: 'number', min: 0, max: 10, decimals: 2 }],
  },
  'text, a number by validator': {
    element: {
      type: 'text',
      inputType: 'number',
      validators: [{ type: 'numeric', minValue: 1, maxValue: 9 }],
    },
    becomes: [{ kind: 'number', min: 1, max: 9 }],
  },
  'text, a number with its bounds reversed': {
    element: { type: 'text', inputType: 'number', min: 9, max: 1 },
    becomes: [{ kind: 'number', decimals: 6 }],
    says: [['min', 'malformed']],
  },
  'text, a day': {
    element: { type: 'text', inputType: 'date', min: '2026-01-01', max: '2026-12-31' },
    becomes: [{ kind: 'date', earliest: '2026-01-01', latest: '2026-12-31' }],
  },
  'text, a range': {
    element: { type: 'text', inputType: 'range', min: 0, max: 10, step: 2 },
    becomes: [{ kind: 'slider', min: 0, max: 10, step: 2 }],
  },
  'text, an e-mail address': {
    element: { type: 'text', inputType: 'email', validators: [{ type: 'email' }] },
    becomes: [{ kind: 'text' }],
    says: [
      ['validators', 'check'],
      ['text', 'other_kind'],
    ],
  },
  comment: {
    element: { type: 'comment', maxLength: 90_000, rows: 6 },
    becomes: [{ kind: 'text', long: true, maxLength: 20_000 }],
    says: [['rows', 'appearance']],
  },
  radiogroup: {
    element: {
      type: 'radiogroup',
      choices: ['red', { value: 'blue', text: { default: 'Blue', vi: 'Xanh' } }],
      hasOther: true,
      otherText: 'Another one',
      choicesOrder: 'random',
    },
    becomes: [
      {
        kind: 'choice',
        order: 'random',
        options: [
          { id: 'red', text: { en: 'red' } },
          { id: 'blue', text: { en: 'Blue', vi: 'Xanh' } },
        ],
        other: { en: 'Another one' },
      },
    ],
  },
  dropdown: {
    element: {
      type: 'dropdown',
      choices: ['b', 'a'],
      choicesOrder: 'asc',
      choicesByUrl: { url: 'https://x.example' },
    },
    becomes: [
      {
        kind: 'dropdown',
        options: [
          { id: 'a', text: { en: 'a' } },
          { id: 'b', text: { en: 'b' } },
        ],
      },
    ],
    says: [
      ['choicesOrder', 'order_fixed'],
      ['choicesByUrl', 'external'],
    ],
  },
  checkbox: {
    element: {
      type: 'checkbox',
      choices: ['a-1', 'b 2', 'other'],
      showNoneItem: true,
      showSelectAllItem: true,
      showDontKnowItem: true,
      minSelectedChoices: 1,
      maxSelectedChoices: 20,
    },
    becomes: [
      {
        kind: 'choices',
        options: [
          { id: 'a-1', text: { en: 'a-1' } },
          { id: 'b-2', text: { en: 'b 2' } },
          { id: 'other-2', text: { en: 'other' } },
          { id: 'dontknow', text: { en: 'I do not know' }, exclusive: true },
        ],
        none: { en: 'None of these' },
        atLeast: 1,
        atMost: 4,
      },
    ],
    says: [
      ['showDontKnowItem', 'made_option'],
      ['choices', 'renamed'],
      ['maxSelectedChoices', 'bounded'],
      ['showSelectAllItem', 'no_counterpart'],
    ],
  },
  tagbox: {
    element: { type: 'tagbox', choices: [1, 2] },
    becomes: [{ kind: 'choices' }],
    says: [['tagbox', 'other_kind']],
  },
  'a choice with a comment': {
    element: { type: 'radiogroup', choices: [1, 2], hasComment: true, commentText: 'Why?' },
    becomes: [{ kind: 'choice' }, { kind: 'text', text: { en: 'Why?' } }],
    says: [['showCommentArea', 'split']],
  },
  rating: {
    element: {
      type: 'rating',
      rateMin: 0,
      rateMax: 10,
      minRateDescription: 'Never',
      maxRateDescription: 'Surely',
    },
    becomes: [{ kind: 'rating', first: 0, points: 11, low: { en: 'Never' }, high: { en: 'Surely' } }],
  },
  'rating beyond a scale': {
    element: { type: 'rating', rateMin: 0, rateMax: 100, rateStep: 10 },
    becomes: [{ kind: 'slider', min: 0, max: 100, step: 10 }],
    says: [['rating', 'other_kind']],
  },
  'rating with words': {
    element: { type: 'rating', rateValues: ['bad', 'good'] },
    becomes: [{ kind: 'choice' }],
    says: [['rating', 'other_kind']],
  },
  'rating with named numbers': {
    element: { type: 'rating', rateValues: texts('Bad', 'Fair', 'Good') },
    becomes: [{ kind: 'rating', points: 3, low: { en: 'Bad' }, high: { en: 'Good' } }],
    says: [['rateValues', 'standard_scale']],
  },
  ranking: {
    element: { type: 'ranking', choices: ['a', 'b', 'c'], selectToRankEnabled: true, maxSelectedChoices: 2 },
    becomes: [{ kind: 'ranking', top: 2 }],
  },
  imagepicker: {
    element: {
      type: 'imagepicker',
      multiSelect: true,
      choices: [
        { value: 'sky', imageLink: 'data:image/png;base64,iVBORw0KGgo=' },
        { value: 'sea', imageLink: 'https://pictures.example/sea.jpg' },
      ],
    },
    becomes: [
      {
        kind: 'picture',
        several: true,
        options: [
          { id: 'sky', text: { en: 'sky' }, picture: 'import-1' },
          { id: 'sea', text: { en: 'sea' }, picture: null },
        ],
      },
    ],
    says: [['imageLink', 'external']],
  },
  boolean: { element: { type: 'boolean' }, becomes: [{ kind: 'yes-no' }] },
  'boolean with labels': {
    element: { type: 'boolean', labelTrue: 'I will come', labelFalse: 'I cannot' },
    becomes: [{ kind: 'choice' }],
    says: [['boolean', 'other_kind']],
  },
  'matrix on the standard scale, best first': {
    element: {
      type: 'matrix',
      columns: texts(...five.toReversed()),
      rows: ['Price', 'Quality'],
      isAllRowRequired: true,
    },
    becomes: [
      {
        kind: 'grid',
        required: true,
        rows: [
          { id: 'price', text: { en: 'Price' } },
          { id: 'quality', text: { en: 'Quality' } },
        ],
      },
    ],
    says: [['matrix', 'standard_scale']],
  },
  'matrix on another scale': {
    element: { type: 'matrix', title: 'How often', columns: ['Never', 'Always'], rows: ['Late', 'Broken'] },
    becomes: [
      { kind: 'choice', text: { en: 'How often: Late' } },
      { kind: 'choice', text: { en: 'How often: Broken' } },
    ],
    says: [['matrix', 'split']],
  },
  matrixdropdown: {
    element: {
      type: 'matrixdropdown',
      title: 'Plants',
      choices: ['x', 'y'],
      rows: ['North'],
      columns: [{ name: 'size', cellType: 'text', title: 'How large?' }, { name: 'state' }],
    },
    becomes: [
      { kind: 'text', text: { en: 'Plants: North: How large?' } },
      { kind: 'dropdown', text: { en: 'Plants: North: state' } },
    ],
    says: [['matrixdropdown', 'split']],
  },
  matrixdynamic: {
    element: {
      type: 'matrixdynamic',
      title: 'Staff',
      rowCount: 3,
      columns: [{ name: 'name', cellType: 'text' }],
    },
    becomes: [{ kind: 'text', text: { en: 'Staff: name' } }],
    says: [['matrixdynamic', 'asked_once']],
  },
  multipletext: {
    element: {
      type: 'multipletext',
      title: 'You',
      items: [
        { name: 'first', title: 'First name' },
        { name: 'age', inputType: 'number' },
      ],
    },
    becomes: [
      { kind: 'text', text: { en: 'You: First name' } },
      { kind: 'number', text: { en: 'You: age' } },
    ],
    says: [['multipletext', 'split']],
  },
  slider: {
    element: { type: 'slider', min: 10, max: 20, step: 5 },
    becomes: [{ kind: 'slider', min: 10, max: 20, step: 5 }],
  },
  file: {
    element: { type: 'file', allowMultiple: true, maxSize: 40_000_000, acceptedTypes: 'image/*,.pdf' },
    becomes: [{ kind: 'upload', accept: ['image', 'pdf'], maxFiles: 10, maxMegabytes: 25 }],
    says: [['maxSize', 'bounded']],
  },
  html: {
    element: { type: 'html', html: '<h2>Hello</h2><script>alert(1)</script><p>Read <b>this</b></p>' },
    becomes: [{ kind: 'statement', text: { en: 'Hello\n\nRead this' } }],
    says: [
      ['html', 'markup_removed'],
      ['html', 'script'],
    ],
  },
  panel: {
    element: { type: 'panel', title: 'Part', elements: [{ type: 'comment', name: 'inner' }] },
    becomes: [
      { kind: 'statement', text: { en: 'Part' } },
      { kind: 'text', id: 'inner' },
    ],
    says: [['panel', 'dissolved']],
  },
  paneldynamic: {
    element: { type: 'paneldynamic', templateElements: [{ type: 'comment', name: 'inner' }] },
    becomes: [{ kind: 'text', id: 'inner' }],
    says: [['paneldynamic', 'asked_once']],
  },
  signaturepad: {
    element: { type: 'signaturepad' },
    becomes: [],
    says: [['signaturepad', 'no_counterpart']],
  },
  expression: {
    element: { type: 'expression', expression: '{a} + 1' },
    becomes: [],
    says: [['expression', 'computed']],
  },
  image: {
    element: { type: 'image', imageLink: 'https://x.example/a.png' },
    becomes: [],
    says: [['image', 'picture']],
  },
  'a kind nobody knows': { element: { type: 'hologram' }, becomes: [], says: [['hologram', 'unknown_kind']] },
  'what was never shown': {
    element: { type: 'text', visible: false },
    becomes: [],
    says: [['text', 'hidden']],
  },
  'answers filled in': {
    element: { type: 'text', defaultValue: 'x', correctAnswer: 'y', onChange: 'alert(1)', fancy: { a: 1 } },
    becomes: [{ kind: 'text' }],
    says: [
      ['defaultValue', 'prefilled'],
      ['correctAnswer', 'assessment'],
      ['onChange', 'script'],
      ['fancy', 'no_counterpart'],
    ],
  },
}

describe('every type of element', () => {
  test.each(Object.entries(examples))('%s', (_name, { element, becomes, says = [] }) => {
    const named = { name: 'it', ...element }
    const { definition, report } = withElements(named)
    expect(questionsOf(definition)).toMatchObject(becomes)
    expect(questionsOf(definition)).toHaveLength(becomes.length)
    const told = report.items.filter(({ what, reason }) => reason !== 'taken_over' && what !== 'page')
    for (const line of says) expect(told.map(({ what, reason }) => [what, reason])).toContainEqual(line)
    expect(told.filter(({ what, reason }) => !says.some(([w, r]) => w === what && r === reason))).toEqual([])
  })
})

describe('conditions', () => {
  const asking = [
    { type: 'radiogroup', name: 'Car', choices: ['VW', 'Audi'] },
    { type: 'checkbox', name: 'faults', choices: ['late', 'broken'] },
    { type: 'rating', name: 'score', rateMax: 10 },
    { type: 'boolean', name: 'again' },
    { type: 'text', inputType: 'date', name: 'day' },
    { type: 'comment', name: 'words' },
  ]
  const shown = (visibleIf: string) =>
    asked(...asking, { type: 'comment', name: 'last', visibleIf }).find(({ id }) => id === 'last')?.showIf
  const test1 = (question: string, is: string, ...values: unknown[]) => ({
    subject: { question },
    is,
    values,
  })

  test.each([
    ["{car} = 'Audi'", 'all', [test1('car', 'is', 'audi')]],
    ["{car} <> 'Audi'", 'all', [test1('car', 'is-not', 'audi')]],
    ["{Car} anyof ['VW', 'Audi']", 'all', [test1('car', 'is', 'vw', 'audi')]],
    ['{car} notempty', 'all', [test1('car', 'answered')]],
    ["{faults} contains 'late'", 'all', [test1('faults', 'includes', 'late')]],
    [
      "{faults} allof ['late', 'broken']",
      'all',
      [test1('faults', 'includes', 'late'), test1('faults', 'includes', 'broken')],
    ],
    ['{score} > 6', 'all', [test1('score', 'at-least', 7)]],
    ['3 >= {score}', 'all', [test1('score', 'at-most', 3)]],
    ["{day} < '2026-03-01'", 'all', [test1('day', 'at-most', '2026-02-28')]],
    ['{again} = true and {score} <= 4', 'all', [test1('again', 'is', 'yes'), test1('score', 'at-most', 4)]],
    ["{again} = false || {car} = 'VW'", 'any', [test1('again', 'is', 'no'), test1('car', 'is', 'vw')]],
    ["!({car} = 'VW' or {words} empty)", 'all', [test1('car', 'is-not', 'vw'), test1('words', 'answered')]],
  ])('%s', (source, join, tests) => {
    expect(shown(source)).toEqual({ join, tests })
  })

  test.each([
    "{car} = 'Opel'",
    "{nobody} = 'x'",
    "{car} = 'VW' and ({score} > 3 or {again} = true)",
    '{score} + 1 > 5',
    "iif({score} > 3, 'a', 'b') = 'a'",
    '{score} > {other}',
    "{words} contains 'bad'",
    '!({score} > 3)',
    '((((',
    '',
    "{car} = 'VW'; alert(1)",
  ])('%s has no like: it is listed, not guessed', source => {
    expect(shown(source)).toBeUndefined()
    if (source)
      expect(
        said({ elements: [...asking, { type: 'comment', name: 'last', visibleIf: source }] }),
      ).toContainEqual(['last', 'visibleIf', 'condition'])
  })

  test('of a panel hold for all in it, beside their own', () => {
    const questions = asked(...asking, {
      type: 'panel',
      name: 'part',
      visibleIf: '{again} = true',
      elements: [
        { type: 'comment', name: 'a' },
        { type: 'comment', name: 'b', visibleIf: '{score} >= 9', requiredIf: "{car} = 'VW'" },
      ],
    })
    expect(questions.find(({ id }) => id === 'a')?.showIf?.tests).toHaveLength(1)
    expect(questions.find(({ id }) => id === 'b')?.showIf?.tests).toHaveLength(2)
    expect(questions.find(({ id }) => id === 'b')?.requireIf?.tests).toHaveLength(1)
  })

  test('of a page, an early end and a skip become ways; other triggers are listed', () => {
    const { definition, report } = convert({
      pages: [
        { name: 'One', elements: asking },
        { name: 'Two', visibleIf: '{again} = true', elements: [{ type: 'comment', name: 'two' }] },
        { name: 'Three', elements: [{ type: 'comment', name: 'three' }] },
      ],
      triggers: [
        { type: 'complete', expression: '{score} <= 1' },
        { type: 'skip', expression: '{score} = 10', gotoName: 'three' },
        { type: 'setvalue', expression: '{score} = 10', setToName: 'words' },
      ],
    })
    expect(definition.pages[1]?.showIf).toEqual({ join: 'all', tests: [test1('again', 'is', 'yes')] })
    expect(definition.pages[0]?.jumps).toEqual([
      { when: { join: 'all', tests: [test1('score', 'at-most', 1)] }, to: 'end' },
      { when: { join: 'all', tests: [test1('score', 'is', 10)] }, to: { page: 'three' } },
    ])
    expect(report.items.filter(({ reason }) => reason === 'automation')).toHaveLength(1)
  })

  test('of a row of the standard scale know which end is the best', () => {
    const [, last] = asked(
      { type: 'matrix', name: 'sat', columns: five.toReversed(), rows: ['Price'] },
      { type: 'comment', name: 'last', visibleIf: "{sat.Price} = 'Very satisfied'" },
    )
    expect(last?.showIf?.tests).toEqual([
      { subject: { question: 'sat', part: 'price' }, is: 'is', values: [5] },
    ])
  })
})

describe('a whole file', () => {
  test('brings its languages, its welcome and its thanks', () => {
    const { definition } = convert({
      locale: 'vi',
      title: { default: 'Khảo sát', en: 'Survey', 'pt-br': 'Pesquisa' },
      description: 'Xin chào {nobody}',
      completedHtml: { default: '<p>Cảm ơn</p>', en: '<p>Thanks</p>' },
      pages: [{ elements: [{ type: 'comment', name: 'Ý kiến' }] }],
    })
    expect(definition).toMatchObject({
      languages: ['vi', 'en', 'pt-br'],
      defaultLanguage: 'vi',
      title: { vi: 'Khảo sát', en: 'Survey', 'pt-br': 'Pesquisa' },
      thanks: { vi: 'Cảm ơn', en: 'Thanks' },
      pages: [{ id: 'page1', questions: [{ id: 'y-kien', text: { vi: 'Ý kiến' } }] }],
    })
  })

  test('puts earlier answers into texts; a place that leads nowhere stays as it is and is listed', () => {
    const json = {
      elements: [
        { type: 'text', name: 'Name' },
        { type: 'comment', name: 'why', title: 'Why, {name}? {{x}} {company}' },
      ],
    }
    expect(questionsOf(convert(json).definition)[1]?.text).toEqual({
      en: 'Why, {{question:name|}}? { {x}} {company}',
    })
    expect(said(json)).toContainEqual(['why', 'title', 'placeholder'])
  })

  test('names that are taken get another id, and it is said', () => {
    const json = {
      elements: [
        { type: 'text', name: 'q' },
        { type: 'text', name: 'Q' },
        { type: 'text', name: '!!!' },
      ],
    }
    expect(questionsOf(convert(json).definition).map(({ id }) => id)).toEqual(['q', 'q-2', 'q3'])
    expect(said(json).filter(([, , reason]) => reason === 'renamed')).toHaveLength(2)
  })

  test('never goes beyond the limits of a survey; what is too much is listed', () => {
    const { definition, report } = convert({
      pages: Array.from({ length: 210 }, (_, page) => ({
        elements: Array.from({ length: 3 }, (_, at) => ({
          type: 'dropdown',
          name: `q${page}_${at}`,
          choices: [1, 2],
        })),
      })),
    })
    expect(definition.pages).toHaveLength(200)
    expect(questionsOf(definition)).toHaveLength(500)
    expect(report.items.filter(({ reason }) => reason === 'too_many')).toHaveLength(110)
    const [list] = asked({
      type: 'dropdown',
      name: 'list',
      choices: Array.from({ length: 230 }, (_, at) => at),
    })
    expect(list?.kind === 'dropdown' && list.options).toHaveLength(200)
    const [long] = asked({ type: 'comment', name: 'long', title: 'x'.repeat(9_000) })
    expect(long?.text.en).toHaveLength(5_000)
  })
})
