import { describe, expect, test } from '@jest/globals'
import type { SurveyDefinition } from './definition.ts'
import { applyOperations } from './edit.ts'
import type { Merge } from './merge.ts'
import { applyWhatFits, mergeOperations } from './merge.ts'
import type { SurveyOperation } from './operation.ts'
import type { Question } from './question.ts'
import { placeOf } from './undo.ts'

const rated = (id: string): Question => ({
  id,
  kind: 'satisfaction',
  text: { en: id },
  required: false,
  offerNotApplicable: true,
})
const choice: Question = {
  id: 'c',
  kind: 'choice',
  text: { en: 'Which?' },
  required: false,
  order: 'fixed',
  options: ['red', 'green', 'blue'].map(id => ({ id, text: { en: id } })),
}
const base: SurveyDefinition = {
  title: { en: 'Survey' },
  languages: ['en', 'vi'],
  defaultLanguage: 'en',
  factorModel: { key: 'ibm-six', version: 1 },
  welcome: {},
  thanks: {},
  pages: [
    { id: 'p1', title: { en: 'One' }, questions: ['q1', 'q2', 'q3', 'q4'].map(rated) },
    { id: 'p2', title: { en: 'Two' }, questions: [rated('q5'), choice] },
    { id: 'p3', title: { en: 'Three' }, questions: [] },
  ],
}

const say = (question: string, value: string, language = 'en'): SurveyOperation => ({
  op: 'set-question-text',
  question,
  field: 'text',
  language,
  value,
})
const move = (question: string, index: number, page = 'p1'): SurveyOperation => ({
  op: 'move-question',
  question,
  page,
  index,
})
const add = (id: string, index: number, page = 'p1'): SurveyOperation => ({
  op: 'add-question',
  page,
  index,
  question: rated(id),
})
const option = (id: string, index: number): SurveyOperation => ({
  op: 'add-part',
  question: 'c',
  index,
  part: { id, text: { en: id } },
})
const remove = (question: string): SurveyOperation => ({ op: 'remove-question', question })
const removePage = (page: string): SurveyOperation => ({ op: 'remove-page', page })

function saved(...operations: SurveyOperation[]): SurveyDefinition {
  const result = applyOperations(base, operations)
  if (!result.ok) throw new Error(`${result.reason} at ${result.at}`)
  return result.definition
}
const merge = (theirs: SurveyOperation[], mine: SurveyOperation[]) =>
  mergeOperations({ base, current: saved(...theirs), operations: mine })
/** What stands when the clashes are decided for one side. */
function outcome(theirs: SurveyOperation[], { kept, clashes }: Merge, side: 'mine' | 'theirs') {
  const merged = applyOperations(saved(...theirs), kept)
  if (!merged.ok) throw new Error(`${merged.reason} at ${merged.at}`)
  const choices = side === 'mine' ? clashes.flatMap(clash => clash.choice ?? []) : []
  return applyWhatFits(merged.definition, choices).definition
}
const order = (definition: SurveyDefinition, page = 'p1') =>
  definition.pages
    .find(({ id }) => id === page)
    ?.questions.map(({ id }) => id)
    .join(' ')
const textOf = (definition: SurveyDefinition, id: string) => placeOf(definition, id)?.question.text.en

describe('changes of different things', () => {
  test('stand beside each other, also in two languages of one text', () => {
    const mine = [say('q1', 'Mine'), { op: 'set-required', question: 'q1', required: true } as const]
    expect(merge([say('q1', 'Của họ', 'vi'), say('q2', 'Theirs')], mine)).toEqual({ kept: mine, clashes: [] })
  })

  test('what I added and then changed is carried over', () => {
    const mine: SurveyOperation[] = [
      { op: 'add-page', index: 0, page: { id: 'more', title: {}, questions: [] } },
      { op: 'set-page-text', page: 'more', field: 'title', language: 'en', value: 'More' },
    ]
    expect(merge([say('q1', 'Theirs')], mine)).toEqual({ kept: mine, clashes: [] })
  })
})

describe('one field changed by both', () => {
  test('is a clash with both values', () => {
    expect(merge([say('q1', 'Theirs')], [say('q1', 'Mi'), say('q1', 'Mine')])).toEqual({
      kept: [],
      clashes: [
        {
          key: 'set-question-text q1 text en',
          whole: null,
          mine: [say('q1', 'Mine')],
          theirs: 'Theirs',
          choice: [say('q1', 'Mine')],
        },
      ],
    })
  })

  test('to the same end is none', () => {
    expect(merge([say('q1', 'Same')], [say('q1', 'Sa'), say('q1', 'Same')])).toEqual({
      kept: [],
      clashes: [],
    })
  })

  test('and by me taken back is none: theirs stands', () => {
    expect(merge([say('q1', 'Theirs')], [say('q1', 'Mine'), say('q1', 'q1')])).toEqual({
      kept: [],
      clashes: [],
    })
  })
})

describe('lists', () => {
  test('both reorder: each move keeps its place among its neighbours', () => {
    const theirs = [move('q1', 3)]
    const merged = merge(theirs, [move('q4', 1)])
    expect(merged.clashes).toEqual([])
    // Mine put q4 in front of q2; that q1 is no longer before it is theirs.
    expect(order(outcome(theirs, merged, 'mine'))).toBe('q4 q2 q3 q1')
  })

  test('both move the same question to different places: a choice', () => {
    const theirs = [move('q1', 3)]
    const merged = merge(theirs, [move('q1', 0, 'p2')])
    expect(merged.clashes).toMatchObject([{ whole: null, theirs: 'p1' }])
    expect(order(outcome(theirs, merged, 'theirs'))).toBe('q2 q3 q4 q1')
    expect(order(outcome(theirs, merged, 'mine'), 'p2')).toBe('q1 q5 c')
  })

  test('both move the same question to the same place: nothing to decide', () => {
    expect(merge([move('q1', 2)], [move('q1', 2)])).toEqual({ kept: [], clashes: [] })
  })

  test('both add to one list: both are in, each at its place', () => {
    const theirs = [option('pink', 0), option('grey', 4)]
    const merged = merge(theirs, [option('gold', 1), option('cyan', 4)])
    expect(merged.clashes).toEqual([])
    const question = placeOf(outcome(theirs, merged, 'theirs'), 'c')?.question
    expect(question && 'options' in question && question.options.map(({ id }) => id)).toEqual([
      'pink',
      'red',
      'gold',
      'green',
      'blue',
      'cyan',
      'grey',
    ])
  })

  test('what I moved twice stands where I left it last, though they moved another', () => {
    const moved = (part: string, index: number) => ({ op: 'move-part', question: 'c', part, index }) as const
    const theirs = [moved('blue', 0)]
    const merged = merge(theirs, [moved('green', 0), moved('green', 2)])
    const question = placeOf(outcome(theirs, merged, 'mine'), 'c')?.question
    expect(question).toMatchObject({ options: [{ id: 'blue' }, { id: 'red' }, { id: 'green' }] })
  })

  test('what I add does not follow a question of which the place waits for a choice', () => {
    const theirs = [move('q1', 1)]
    const merged = merge(theirs, [move('q2', 3), move('q1', 3), add('mine', 3)])
    expect(merged.clashes).toHaveLength(2)
    expect(order(outcome(theirs, merged, 'theirs'))).toBe('q2 q1 q3 q4 mine')
  })

  test('my number of a place counts in my list, not in theirs', () => {
    const theirs = [add('new', 0), remove('q3')]
    const merged = merge(theirs, [add('mine', 3)])
    expect(order(outcome(theirs, merged, 'mine'))).toBe('new q1 q2 mine q4')
  })
})

describe('one takes away what the other changes', () => {
  test('a question that is gone can be brought back with my changes', () => {
    const theirs = [remove('q2')]
    const merged = merge(theirs, [say('q2', 'Mine'), { op: 'set-required', question: 'q2', required: true }])
    expect(merged).toMatchObject({
      kept: [],
      clashes: [{ key: 'question q2', whole: { kind: 'question', question: 'q2' }, theirs: null }],
    })
    expect(merged.clashes[0]?.mine).toHaveLength(2)
    expect(order(outcome(theirs, merged, 'theirs'))).toBe('q1 q3 q4')
    const back = outcome(theirs, merged, 'mine')
    expect(order(back)).toBe('q1 q2 q3 q4')
    expect(placeOf(back, 'q2')?.question).toMatchObject({ text: { en: 'Mine' }, required: true })
  })

  test('a page that is gone comes back once, with all that I did in it', () => {
    const theirs = [move('q5', 0), removePage('p2')]
    const mine = [option('gold', 0), add('mine', 0, 'p2'), say('mine', 'Newer'), say('q1', 'Elsewhere')]
    const merged = merge(theirs, mine)
    expect(merged.kept).toEqual([say('q1', 'Elsewhere')])
    expect(merged.clashes.map(({ key }) => key)).toEqual(['page p2'])
    const back = outcome(theirs, merged, 'mine')
    expect([order(back), order(back, 'p2')]).toEqual(['q5 q1 q2 q3 q4', 'mine c'])
    expect(textOf(back, 'mine')).toBe('Newer')
    expect(order(outcome(theirs, merged, 'theirs'), 'p2')).toBeUndefined()
  })

  test('removing what they reworded asks first', () => {
    const theirs = [say('q1', 'Theirs')]
    const merged = merge(theirs, [remove('q1')])
    expect(merged.clashes).toMatchObject([{ key: 'question q1', theirs: { text: { en: 'Theirs' } } }])
    expect(textOf(outcome(theirs, merged, 'theirs'), 'q1')).toBe('Theirs')
    expect(order(outcome(theirs, merged, 'mine'))).toBe('q2 q3 q4')
  })

  test('removing a page asks only when something of theirs would go with it', () => {
    expect(merge([move('q1', 0, 'p2')], [removePage('p1')]).clashes).toEqual([])
    expect(merge([remove('q1')], [removePage('p1')]).clashes).toEqual([])
    for (const theirs of [say('q1', 'Theirs'), add('new', 0), move('q5', 0)])
      expect(merge([theirs], [removePage('p1')]).clashes).toHaveLength(1)
    // What they reworded was moved out of the page before.
    expect(merge([say('q1', 'Theirs')], [move('q1', 0, 'p2'), removePage('p1')]).clashes).toEqual([])
  })

  test('removed by both is nothing to decide', () => {
    expect(merge([removePage('p1')], [say('q1', 'Mine'), removePage('p1')])).toEqual({
      kept: [],
      clashes: [],
    })
  })

  test('removed and put back by me is nothing, whatever they did to it', () => {
    const theirs = [say('q2', 'Theirs'), move('q3', 0)]
    const mine = [remove('q2'), say('q1', 'Mine'), add('q2', 1)]
    expect(merge(theirs, mine)).toEqual({ kept: [say('q1', 'Mine')], clashes: [] })
  })

  test('put back before what I added meanwhile is another place', () => {
    const theirs = [say('q5', 'Theirs')]
    const merged = merge(theirs, [remove('q4'), add('mine', 3), add('q4', 3)])
    expect(order(outcome(theirs, merged, 'mine'))).toBe('q1 q2 q3 q4 mine')
  })

  test('a page of my own that I remove again does not take what they changed with it', () => {
    const theirs = [say('q1', 'Theirs')]
    const mine: SurveyOperation[] = [
      { op: 'add-page', index: 0, page: { id: 'own', title: {}, questions: [] } },
      move('q1', 0, 'own'),
      removePage('own'),
    ]
    const merged = merge(theirs, mine)
    expect(textOf(outcome(theirs, merged, 'theirs'), 'q1')).toBe('Theirs')
    expect(merged.clashes.map(({ key }) => key)).toEqual(['page own'])
    expect(textOf(outcome(theirs, merged, 'mine'), 'q1')).toBeUndefined()
  })

  test('no choice brings back a page that I removed', () => {
    const theirs = [remove('q5'), remove('c')]
    const merged = merge(theirs, [say('q5', 'Mine'), move('q5', 0, 'p3'), removePage('p2')])
    const back = outcome(theirs, merged, 'mine')
    expect(back.pages.map(({ id }) => id)).toEqual(['p1', 'p3'])
    expect(textOf(back, 'q5')).toBe('Mine')
  })

  test('a part that I took out stays out when its question comes back', () => {
    const theirs = [removePage('p2')]
    const mine: SurveyOperation[] = [move('c', 0, 'p3'), { op: 'remove-part', question: 'c', part: 'red' }]
    const question = placeOf(outcome(theirs, merge(theirs, mine), 'mine'), 'c')?.question
    expect(question).toMatchObject({ options: [{ id: 'green' }, { id: 'blue' }] })
  })

  test('another kind of question and a change that only the old kind knows', () => {
    const other: Question = {
      id: 'c',
      kind: 'text',
      text: { en: 'Which?' },
      required: false,
      long: true,
      maxLength: 9,
    }
    const theirs: SurveyOperation[] = [{ op: 'replace-question', question: other }]
    const merged = merge(theirs, [option('gold', 0), say('c', 'Which one?')])
    expect(merged.clashes).toMatchObject([{ key: 'question c', theirs: other }])
    expect(placeOf(outcome(theirs, merged, 'mine'), 'c')?.question).toMatchObject({
      kind: 'choice',
      text: { en: 'Which one?' },
      options: [{ id: 'gold' }, { id: 'red' }, { id: 'green' }, { id: 'blue' }],
    })
  })

  test('a language that is gone comes back with my translations', () => {
    const theirs: SurveyOperation[] = [{ op: 'set-languages', languages: ['en'], defaultLanguage: 'en' }]
    const merged = merge(theirs, [say('q1', 'Một', 'vi'), say('q2', 'Hai', 'vi')])
    expect(merged.clashes).toMatchObject([{ key: 'languages', whole: { kind: 'languages' } }])
    const back = outcome(theirs, merged, 'mine')
    expect(back.languages).toEqual(['en', 'vi'])
    expect(placeOf(back, 'q2')?.question.text.vi).toBe('Hai')
  })
})

test('what I changed in a question before I removed it with its page and added it anew is not carried over', () => {
  const renamed = applyOperations(base, [
    { op: 'set-page-text', page: 'p2', field: 'intro', language: 'en', value: 'Theirs' },
  ])
  if (!renamed.ok) throw new Error(renamed.reason)
  const { kept, clashes } = mergeOperations({
    base,
    current: renamed.definition,
    operations: [
      { op: 'move-part', question: 'c', part: 'red', index: 2 },
      { op: 'remove-page', page: 'p2' },
      { op: 'add-question', page: 'p3', index: 0, question: choice },
    ],
  })
  expect(kept).toEqual([])
  expect(clashes.map(({ whole }) => whole)).toContainEqual({ kind: 'page', page: 'p2' })
})
