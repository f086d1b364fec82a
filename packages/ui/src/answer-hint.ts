import type { UiLanguage } from '@sixfold/contract/words'
import type { MultipleChoiceQuestion, Question, QuestionOf } from '@sixfold/domain/survey/question'
import { dayText } from './day-text.ts'
import type { SayAnswer } from './words/answers.ts'

/** What one must know to answer and no control shows, such as how many to choose; '' for nothing. `alive`: script runs. */
export function answerHint(question: Question, alive: boolean, say: SayAnswer, language: UiLanguage): string {
  switch (question.kind) {
    case 'choices':
      return countHint(question, say)
    case 'picture':
      return question.several ? say('count.any') : ''
    case 'ranking':
      return rankingHint(question, alive, say)
    case 'slider':
      return alive ? '' : say('slider.range', { min: question.min, max: question.max })
    case 'sum':
      return say('sum.hint', { total: question.total })
    case 'number':
      return numberHint(question, say)
    case 'date':
      return dateHint(question, say, language)
    case 'upload':
      return uploadHint(question, alive, say)
    case 'satisfaction':
    case 'agreement':
    case 'rating':
    case 'grid':
    case 'nps':
    case 'csat':
    case 'ces':
    case 'choice':
    case 'dropdown':
    case 'text':
    case 'yes-no':
    case 'consent':
    case 'contact-details':
    case 'statement':
      return ''
    default:
      return question satisfies never
  }
}

function countHint({ atLeast = 0, atMost }: MultipleChoiceQuestion, say: SayAnswer): string {
  if (atMost === undefined) return atLeast > 1 ? say('count.least', { least: atLeast }) : say('count.any')
  if (atLeast === atMost) return say('count.exactly', { least: atLeast })
  return atLeast > 1
    ? say('count.between', { least: atLeast, most: atMost })
    : say('count.most', { most: atMost })
}

function rankingHint({ top, options }: QuestionOf<'ranking'>, alive: boolean, say: SayAnswer): string {
  const what = top !== undefined && top < options.length ? say('rank.top', { top }) : say('rank.all')
  return alive ? `${what} ${say('rank.tap')}` : what
}

function numberHint({ min, max }: QuestionOf<'number'>, say: SayAnswer): string {
  if (min !== undefined && max !== undefined) return say('number.between', { min, max })
  if (min !== undefined) return say('number.least', { min })
  return max === undefined ? '' : say('number.most', { max })
}

function dateHint({ earliest, latest }: QuestionOf<'date'>, say: SayAnswer, language: UiLanguage): string {
  const first = earliest ? dayText(earliest, language) : ''
  const last = latest ? dayText(latest, language) : ''
  if (first && last) return say('date.between', { earliest: first, latest: last })
  if (first) return say('date.earliest', { earliest: first })
  return last ? say('date.latest', { latest: last }) : ''
}

function uploadHint(question: QuestionOf<'upload'>, alive: boolean, say: SayAnswer): string {
  const families = question.accept.map(family => say(`upload.${family}`)).join(', ')
  const { maxFiles: files, maxMegabytes: megabytes } = question
  const hint = say('upload.hint', { files, megabytes, families })
  return alive ? hint : `${hint} ${say('upload.after')}`
}
