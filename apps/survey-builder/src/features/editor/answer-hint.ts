import type { UiLanguage } from '@sixfold/contract/words'
import type { Question, QuestionOf } from '@sixfold/domain/survey/question'
import { formatInstant } from '@sixfold/ui/format'
import type { SayAnswer } from '../../words/answers.ts'

/** What a customer is told beside the question, such as how many to choose; '' for nothing. */
export function answerHint(question: Question, say: SayAnswer, language: UiLanguage): string {
  switch (question.kind) {
    case 'choices':
      return countHint(question, say)
    case 'picture':
      return question.several ? say('count.any') : ''
    case 'ranking':
      return rankingHint(question, say)
    case 'sum':
      return say('sum.hint', { total: question.total })
    case 'number':
      return numberHint(question, say)
    case 'date':
      return dateHint(question, say, language)
    case 'upload':
      return uploadHint(question, say)
    case 'satisfaction':
    case 'agreement':
    case 'rating':
    case 'grid':
    case 'nps':
    case 'csat':
    case 'ces':
    case 'choice':
    case 'dropdown':
    case 'slider':
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

function countHint({ atLeast = 0, atMost }: QuestionOf<'choices'>, say: SayAnswer): string {
  if (atMost === undefined) return atLeast > 1 ? say('count.least', { least: atLeast }) : say('count.any')
  if (atLeast === atMost) return say('count.exactly', { least: atLeast })
  return atLeast > 1
    ? say('count.between', { least: atLeast, most: atMost })
    : say('count.most', { most: atMost })
}

function rankingHint({ top, options }: QuestionOf<'ranking'>, say: SayAnswer): string {
  const what = top !== undefined && top < options.length ? say('rank.top', { top }) : say('rank.all')
  return `${what} ${say('rank.tap')}`
}

function numberHint({ min, max }: QuestionOf<'number'>, say: SayAnswer): string {
  if (min !== undefined && max !== undefined) return say('number.between', { min, max })
  if (min !== undefined) return say('number.least', { min })
  return max === undefined ? '' : say('number.most', { max })
}

function dateHint({ earliest, latest }: QuestionOf<'date'>, say: SayAnswer, language: UiLanguage): string {
  const day = (date: string) => formatInstant(`${date}T00:00:00Z`, language, { zone: 'UTC', show: 'date' })
  const first = earliest ? day(earliest) : ''
  const last = latest ? day(latest) : ''
  if (first && last) return say('date.between', { earliest: first, latest: last })
  if (first) return say('date.earliest', { earliest: first })
  return last ? say('date.latest', { latest: last }) : ''
}

function uploadHint({ accept, maxFiles, maxMegabytes }: QuestionOf<'upload'>, say: SayAnswer): string {
  const families = accept.map(family => say(`upload.${family}`)).join(', ')
  return say('upload.hint', { files: maxFiles, megabytes: maxMegabytes, families })
}
