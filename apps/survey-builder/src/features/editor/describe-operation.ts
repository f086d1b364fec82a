import type { UiLanguage } from '@sixfold/contract/words'
import type { FactorModel } from '@sixfold/domain/factor-model'
import { textIn } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Clash } from '@sixfold/domain/survey/merge'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import type { FactorReference } from '@sixfold/domain/survey/question'
import type { SayEditor } from '../../words/editor.ts'
import { languageName } from './language-name.ts'
import { questionNumber } from './selection.ts'

export interface DescribedClash {
  /** What it is about: "Question 5.1: Question, Vietnamese". */
  subject: string
  mine: string
  theirs: string
  /** Theirs took the thing away: mine has nowhere to stand. */
  gone: boolean
}

interface Setting {
  say: SayEditor
  screens: UiLanguage
  definition: SurveyDefinition
  model: FactorModel
}

/** A clash in words, both sides of it. */
export function describeClash({ mine, theirs }: Clash, setting: Setting): DescribedClash {
  const { say } = setting
  const gone = theirs === null && !mine.op.startsWith('add-')
  return {
    subject: subjectOf(mine, setting),
    mine: wordsFor(intendedValue(mine), mine, setting),
    theirs: gone ? say('conflictGone') : wordsFor(theirs, mine, setting),
    gone,
  }
}

function subjectOf(operation: SurveyOperation, { say, screens, definition }: Setting): string {
  const [place, aspect] = subjectParts(operation, definition, say)
  const language = 'language' in operation ? languageName(operation.language, screens) : null
  const detail = [aspect, language].filter(Boolean).join(', ')
  return detail ? `${place}: ${detail}` : place
}

function subjectParts(
  operation: SurveyOperation,
  definition: SurveyDefinition,
  say: Setting['say'],
): [string, string] {
  switch (operation.op) {
    case 'set-survey-text':
      return [
        say('welcome'),
        say(
          operation.field === 'title'
            ? 'surveyTitle'
            : operation.field === 'welcome'
              ? 'welcomeText'
              : 'thanksText',
        ),
      ]
    case 'set-page-text':
      return [
        pageWords(operation.page, definition, say),
        say(operation.field === 'title' ? 'pageTitle' : 'pageIntro'),
      ]
    case 'move-page':
      return [pageWords(operation.page, definition, say), say('place')]
    case 'remove-page':
      return [pageWords(operation.page, definition, say), '']
    case 'add-page':
      return [say('newPage'), '']
    case 'add-question':
      return [say('addQuestion'), '']
    default:
      return [questionWords(operation.question, definition, say), aspectOf(operation, say)]
  }
}

function aspectOf(operation: Extract<SurveyOperation, { question: string }>, say: Setting['say']): string {
  switch (operation.op) {
    case 'set-question-text':
      return say(operation.field === 'text' ? 'questionText' : 'questionHelp')
    case 'set-required':
      return say('required')
    case 'set-not-applicable':
      return say('notApplicable')
    case 'set-measures':
      return say('factor')
    case 'move-question':
      return say('place')
    default:
      return ''
  }
}

/** What an operation would write, in the shape that `valueAt` reads. */
function intendedValue(operation: SurveyOperation): unknown {
  if ('value' in operation) return operation.value
  switch (operation.op) {
    case 'set-required':
      return operation.required
    case 'set-not-applicable':
      return operation.offer
    case 'set-measures':
      return operation.measures ?? 'none'
    case 'move-question':
      return operation.page
    default:
      return null
  }
}

function wordsFor(value: unknown, operation: SurveyOperation, setting: Setting): string {
  const { say, definition, model, screens } = setting
  switch (operation.op) {
    case 'set-required':
    case 'set-not-applicable':
      return say(value === true ? 'yes' : 'no')
    case 'set-measures':
      return value === 'none' ? say('noFactor') : factorWords(value as FactorReference, model, screens)
    case 'move-question':
      return pageWords(String(value), definition, say)
    case 'remove-question':
    case 'remove-page':
      return say(value === null ? 'conflictRemove' : 'conflictStays')
    default:
      return typeof value === 'string' && value !== '' ? value : say('conflictEmpty')
  }
}

function factorWords(
  { factor, attribute }: FactorReference,
  model: FactorModel,
  screens: UiLanguage,
): string {
  const found = model.factors.find(({ key }) => key === factor)
  const part = found?.attributes.find(({ key }) => key === attribute)
  return [found?.name, part?.name]
    .map(name => textIn(name, screens, 'en'))
    .filter(Boolean)
    .join(': ')
}

function pageWords(id: string, definition: SurveyDefinition, say: Setting['say']): string {
  return say('pageHeading', { number: definition.pages.findIndex(page => page.id === id) + 1 })
}

function questionWords(id: string, definition: SurveyDefinition, say: Setting['say']): string {
  return say('questionTitle', { number: questionNumber(definition, id) })
}
