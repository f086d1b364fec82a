import type { Page, SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Condition } from '@sixfold/domain/survey/logic/condition'
import { logicFindings } from '@sixfold/domain/survey/logic/findings'
import { walk } from '@sixfold/domain/survey/logic/walk'
import { Model } from 'survey-core-latest'
import type { Figure, Row } from '../row.ts'
import { milliseconds, percentile } from '../row.ts'

const QUESTIONS = 200
const TIMES = 50
const GRID = { rows: 30, columns: 20 } as const

/**
 * 200 questions, each on a page of its own and on a condition of two tests, and one condition on a grid; beside each the same
 * survey in SurveyJS.
 */
export const logic: Row = {
  name: 'logic',
  run: async () => [...chainFigures(), ...gridFigures()],
}

function chainFigures(): Figure[] {
  const definition = surveyOf(Array.from({ length: QUESTIONS }, (_, at) => ratedPage(at)))
  const answers = Object.fromEntries(Array.from({ length: QUESTIONS }, (_, at) => [`q${at}`, (at % 5) + 1]))
  const first = timed(() => {
    if (walk(definition, answers, {}).asked.size !== QUESTIONS) throw new Error('a question was not asked')
  })
  if (logicFindings(definition).length > 0) throw new Error('the conditions are wrong')
  const theirs = { pages: Array.from({ length: QUESTIONS }, (_, at) => theirRatedPage(at)) }
  const model = new Model(theirs)
  model.data = answers
  if (model.visiblePages.length !== QUESTIONS) throw new Error('SurveyJS did not ask a question')
  const what = `${QUESTIONS} questions with ${QUESTIONS} conditions`
  return [
    figure(`${what}, the first time`, first, 'under 5 ms'),
    figure(
      `${what}, median`,
      median(() => walk(definition, answers, {})),
      'under 5 ms',
    ),
    figure(
      `${what}: all that is wrong with them, median`,
      median(() => logicFindings(definition)),
    ),
    figure(
      `${what} in SurveyJS: model and answers, median`,
      median(() => {
        new Model(theirs).data = answers
      }),
    ),
    figure(
      `${what} in SurveyJS: one answer more, median`,
      median(at => model.setValue('q0', (at % 5) + 1)),
    ),
  ]
}

function gridFigures(): Figure[] {
  const { rows, columns } = GRID
  const definition = surveyOf([gridPage()])
  const answers = { ask: 'yes', grid: Object.fromEntries(names('r', rows).map(id => [id, 4])) }
  if (!walk(definition, answers, {}).asked.has('grid')) throw new Error('the grid was not asked')
  const theirs = theirGrid()
  const shown = () => {
    const model = new Model(theirs)
    model.setValue('ask', true)
    return model
  }
  if (!shown().getQuestionByName('grid').isVisible) throw new Error('SurveyJS did not ask the grid')
  return [
    figure(
      `one condition on a grid of ${rows} rows, median`,
      median(() => walk(definition, answers, {})),
    ),
    figure(`one condition on a grid of ${rows} by ${columns} in SurveyJS, median`, median(shown)),
    figure(
      'the same, and its answers checked, median of 5',
      median(() => shown().validate(false), 5),
    ),
  ]
}

function surveyOf(pages: Page[]): SurveyDefinition {
  const texts = { title: {}, welcome: {}, thanks: {}, languages: ['en'], defaultLanguage: 'en' }
  return { ...texts, factorModel: { key: 'ibm-six', version: 1 }, pages }
}

function ratedPage(at: number): Page {
  const when: Condition = {
    join: 'any',
    tests: [
      { subject: { question: `q${at >> 1}` }, is: 'at-most', values: [2] },
      { subject: { question: `q${at - 1}` }, is: 'answered', values: [] },
    ],
  }
  const rule = at === 0 ? {} : { showIf: when }
  const question = {
    id: `q${at}`,
    kind: 'satisfaction',
    text: {},
    required: false,
    offerNotApplicable: true,
  } as const
  return { id: `p${at}`, title: {}, questions: [{ ...question, ...rule }] }
}

function theirRatedPage(at: number) {
  const rule = at === 0 ? {} : { visibleIf: `{q${at >> 1}} <= 2 or {q${at - 1}} notempty` }
  return { name: `p${at}`, elements: [{ type: 'rating', name: `q${at}`, rateMax: 5, ...rule }] }
}

function gridPage(): Page {
  const base = { text: {}, required: false, offerNotApplicable: true }
  return {
    id: 'p',
    title: {},
    questions: [
      { ...base, id: 'ask', kind: 'yes-no' },
      {
        ...base,
        id: 'grid',
        kind: 'grid',
        rows: names('r', GRID.rows).map(id => ({ id, text: {} })),
        importance: false,
        showIf: { join: 'all', tests: [{ subject: { question: 'ask' }, is: 'is', values: ['yes'] }] },
      },
    ],
  }
}

function theirGrid() {
  const columns = names('c', GRID.columns).map(name => ({
    name,
    cellType: 'dropdown',
    choices: [1, 2, 3, 4, 5],
  }))
  const grid = {
    type: 'matrixdropdown',
    name: 'grid',
    visibleIf: '{ask} = true',
    columns,
    rows: names('r', GRID.rows),
  }
  return { elements: [{ type: 'boolean', name: 'ask' }, grid] }
}

function names(letter: string, length: number): string[] {
  return Array.from({ length }, (_, at) => `${letter}${at}`)
}

function figure(text: string, value: number, target?: string): Figure {
  return {
    row: 'logic',
    figure: text,
    value: value < 0.1 ? `${Math.round(value * 1000)} µs` : milliseconds(value),
    ...(target ? { target } : {}),
  }
}

function median(work: (at: number) => unknown, times = TIMES): number {
  return percentile(
    Array.from({ length: times }, (_, at) => timed(() => work(at))),
    0.5,
  )
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
