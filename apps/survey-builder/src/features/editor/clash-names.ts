import { textIn } from '@sixfold/domain/local-text'
import type { Whole } from '@sixfold/domain/survey/merge-wholes'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { partsOf } from '@sixfold/domain/survey/parts'
import type { Question } from '@sixfold/domain/survey/question'
import { placeOf } from '@sixfold/domain/survey/undo'
import { languageName } from '@sixfold/ui/language-name'
import type { SurveySide } from '../../parts/setting-value.ts'
import { textWords } from '../../words/texts.ts'
import type { SayTogether } from '../../words/together.ts'
import { changedSettingWords } from '../../words/versions.ts'
import type { ClashNaming } from './clash-words.ts'
import { questionNumber } from './selection.ts'

/** A page, question or part by the number and words under which people know it; what I lack is named as theirs. */
export function wholeName(whole: Whole, naming: ClashNaming): string {
  const { say } = naming
  switch (whole.kind) {
    case 'languages':
      return say('languages')
    case 'page':
      return pageName(whole.page, naming)
    case 'question':
      return numbered(whole.question, naming)
    case 'part':
      return partName(whole.question, whole.part, naming)
    default:
      return whole satisfies never
  }
}

/** The field that an operation changes: "Question 5.1: Question, Vietnamese". */
export function fieldName(operation: SurveyOperation, naming: ClashNaming): string {
  const { say, screens } = naming
  const settings = changedSettingWords(screens)
  const inLanguage = (name: string) =>
    'language' in operation ? `${name}, ${languageName(operation.language, screens)}` : name
  switch (operation.op) {
    case 'set-languages':
      return say('languages')
    case 'set-factor-model':
      return say('model')
    case 'set-survey-text':
      return inLanguage(say(operation.field === 'title' ? 'surveyTitle' : operation.field))
    case 'set-page-text':
      return `${pageName(operation.page, naming)}: ${inLanguage(say(operation.field))}`
    case 'set-page-setting':
      return `${pageName(operation.page, naming)}: ${settings(operation.setting)}`
    case 'add-page':
      return say('newPage')
    case 'move-page':
      return `${pageName(operation.page, naming)}: ${say('place')}`
    case 'remove-page':
      return pageName(operation.page, naming)
    case 'add-question':
      return say('newQuestion')
    case 'replace-question':
      return numbered(operation.question.id, naming)
    case 'remove-question':
      return numbered(operation.question, naming)
    case 'move-question':
      return `${numbered(operation.question, naming)}: ${say('place')}`
    case 'set-question-text':
      return `${numbered(operation.question, naming)}: ${inLanguage(textWords(screens)(operation.field))}`
    case 'set-required':
      return `${numbered(operation.question, naming)}: ${settings('required')}`
    case 'set-measures':
      return `${numbered(operation.question, naming)}: ${settings('measures')}`
    case 'set-setting':
      return `${numbered(operation.question, naming)}: ${settings(operation.setting)}`
    case 'add-part':
      return numbered(operation.question, naming)
    case 'remove-part':
      return partName(operation.question, operation.part, naming)
    case 'move-part':
      return `${partName(operation.question, operation.part, naming)}: ${say('place')}`
    case 'set-part-text':
      return `${partName(operation.question, operation.part, naming)}: ${inLanguage(say('partText'))}`
    case 'set-part-setting':
      return `${partName(operation.question, operation.part, naming)}: ${
        operation.setting === 'measures' ? settings('measures') : say(operation.setting)
      }`
    default:
      return operation satisfies never
  }
}

/** Where something stands on one side: "page 5, number 3". */
export function placeName(operation: SurveyOperation, { definition }: SurveySide, say: SayTogether): string {
  const pageAt = (id: string) => definition.pages.findIndex(page => page.id === id) + 1
  if (operation.op === 'move-page') return say('placeInList', { number: pageAt(operation.page) })
  if (operation.op === 'move-question') {
    const place = placeOf(definition, operation.question)
    return place ? say('placeOnPage', { page: pageAt(place.page), number: place.index + 1 }) : say('removed')
  }
  if (operation.op !== 'move-part') return ''
  const question = placeOf(definition, operation.question)?.question
  const parts = (question && partsOf(question)?.parts) ?? []
  return say('placeInList', { number: parts.findIndex(({ id }) => id === operation.part) + 1 })
}

/** A question as one side has it. */
export function questionName(id: string, { definition }: SurveySide): Question | null {
  return placeOf(definition, id)?.question ?? null
}

function numbered(id: string, { say, mine, theirs }: ClashNaming): string {
  const number = questionNumber(mine.definition, id) || questionNumber(theirs.definition, id)
  return number ? say('question', { number }) : say('newQuestion')
}

function pageName(id: string, { say, screens, mine, theirs }: ClashNaming): string {
  for (const { definition } of [mine, theirs]) {
    const at = definition.pages.findIndex(page => page.id === id)
    const page = definition.pages[at]
    if (!page) continue
    const title = textIn(page.title, screens, definition.defaultLanguage)
    return [say('page', { number: at + 1 }), title].filter(Boolean).join(', ')
  }
  return say('newPage')
}

function partName(question: string, part: string, naming: ClashNaming): string {
  const { say, screens, mine, theirs } = naming
  for (const { definition } of [mine, theirs]) {
    const found = placeOf(definition, question)?.question
    const own = (found && partsOf(found)?.parts)?.find(({ id }) => id === part)
    if (!own) continue
    const text = textIn(own.text, screens, definition.defaultLanguage) || say('empty')
    return say('part', { part: text, number: questionNumber(definition, question) })
  }
  return numbered(question, naming)
}
