import type { Language, LocalText } from '../../local-text.ts'
import type { Question } from '../question.ts'
import type { QuestionText } from '../settings.ts'
import type { Feeling } from '../wording/options.ts'
import { feelingOf, isScale } from '../wording/options.ts'
import type { Finding } from './finding.ts'

/** Scales that lean to one side, and rated questions that a customer who has nothing to rate must answer all the same. */
export function scaleFindings(question: Question, languages: readonly Language[]): Finding[] {
  return [...languages.flatMap(language => leaning(question, language)), ...withoutWayOut(question)]
}

function leaning(question: Question, language: Language): Finding[] {
  const finding = (field: QuestionText, judged: string, detail: Finding['detail']): Finding[] => [
    {
      code: 'unbalanced_scale',
      severity: 'advises',
      place: { question: question.id, field, language },
      judged,
      ...(detail ? { detail } : {}),
    },
  ]
  if (question.kind === 'choice' || question.kind === 'dropdown') {
    const labels = question.options.map(({ text }) => text[language] ?? '')
    if (!isScale(labels, language)) return []
    const count = (feeling: Feeling) => labels.filter(label => feelingOf(label, language) === feeling).length
    const [good, bad] = [count('good'), count('bad')]
    return good === bad ? [] : finding('text', labels.join('\n'), { good, bad })
  }
  if (question.kind !== 'rating' && question.kind !== 'slider') return []
  const feel = (text: LocalText | undefined) => feelingOf(text?.[language] ?? '', language)
  const [low, high] = [feel(question.low), feel(question.high)]
  const ends = `${question.low[language]}\n${question.high[language]}`
  if (low !== null && low === high) return finding(low === 'bad' ? 'high' : 'low', ends, undefined)
  const middle = question.kind === 'rating' ? feel(question.middle) : null
  return middle === 'good' || middle === 'bad' ? finding('middle', ends, undefined) : []
}

/** One experience that a customer had can be rated by everybody who is asked, so `csat` is left out. */
function withoutWayOut(question: Question): Finding[] {
  const rated =
    question.kind === 'satisfaction' ||
    question.kind === 'agreement' ||
    question.kind === 'rating' ||
    question.kind === 'grid'
  if (!rated || question.offerNotApplicable) return []
  return [
    {
      code: 'no_not_applicable',
      severity: 'advises',
      place: { question: question.id, setting: 'offerNotApplicable' },
    },
  ]
}
