import type { Answers, AnswerValue } from '../survey/answers.ts'
import { IMPORTANCE, isList, isRecord, otherWords } from '../survey/answers.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { partKey, questionsOf } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'
import { NONE, OTHER } from '../survey/question.ts'
import type { Cell } from '../text/csv-safe.ts'

/** One column of an export: its heading, and what stands in it for somebody's answers. */
export interface ExportColumn {
  /** The question's id, and after a colon the part's. */
  key: string
  read(answers: Answers): Cell
}

/**
 * The columns of a table of responses, one or several a question, in the order of the questionnaire; statements have none.
 * Several choices give one column an option (1 chosen, 0 not, empty where the question was not answered), a ranking the place of
 * each option, an upload the number of files.
 *
 * @example exportColumns(definition).map(({ key }) => key) // ['delivery_on-time', 'topics:price', 'topics:speed', ...]
 */
export function exportColumns(definition: SurveyDefinition): ExportColumn[] {
  return questionsOf(definition).flatMap(columnsOf)
}

type ReadValue = (value: AnswerValue) => Cell

function columnsOf(question: Question): ExportColumn[] {
  const column = (key: string, read: ReadValue): ExportColumn => ({
    key,
    read(answers) {
      const value = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined
      return value === undefined ? null : read(value)
    },
  })
  const ofPart = (part: string, read: ReadValue) => column(partKey(question.id, part), read)
  const whole = column(question.id, value => (typeof value === 'object' ? null : value))
  const words = ofPart(`${OTHER}-words`, ownWords)
  switch (question.kind) {
    case 'choice':
    case 'dropdown':
      return question.other
        ? [column(question.id, value => (typeof value === 'string' ? optionOf(value) : null)), words]
        : [whole]
    case 'choices': {
      const ids = [
        ...question.options.map(({ id }) => id),
        ...(question.other ? [OTHER] : []),
        ...(question.none ? [NONE] : []),
      ]
      return [...ids.map(id => ofPart(id, value => has(value, id))), ...(question.other ? [words] : [])]
    }
    case 'picture':
      return question.options.map(({ id }) => ofPart(id, value => has(value, id)))
    case 'ranking':
      return question.options.map(({ id }) =>
        ofPart(id, value => (isList(value) && value.includes(id) ? value.indexOf(id) + 1 : null)),
      )
    case 'grid':
      return question.rows.flatMap(({ id }) => {
        const importance = partKey(id, IMPORTANCE)
        return [
          ofPart(id, value => partValue(value, id)),
          ...(question.importance ? [ofPart(importance, value => partValue(value, importance))] : []),
        ]
      })
    case 'sum':
      return question.options.map(({ id }) => ofPart(id, value => partValue(value, id)))
    case 'contact-details':
      return question.fields.map(({ id }) => ofPart(id, value => partValue(value, id)))
    case 'upload':
      return [column(question.id, value => (isList(value) ? value.length : null))]
    case 'statement':
      return []
    case 'satisfaction':
    case 'agreement':
    case 'csat':
    case 'rating':
    case 'nps':
    case 'ces':
    case 'slider':
    case 'number':
    case 'text':
    case 'date':
    case 'yes-no':
    case 'consent':
      return [whole]
    default:
      return question satisfies never
  }
}

const optionOf = (chosen: string): string => (otherWords(chosen) === null ? chosen : OTHER)

function has(value: AnswerValue, id: string): Cell {
  return isList(value) ? (value.map(optionOf).includes(id) ? 1 : 0) : null
}

function ownWords(value: AnswerValue): Cell {
  const chosen = isList(value) ? value : typeof value === 'string' ? [value] : []
  return chosen.map(otherWords).find(text => text !== null) ?? null
}

function partValue(value: AnswerValue, part: string): Cell {
  return isRecord(value) && Object.hasOwn(value, part) ? value[part] : null
}
