import type { Language } from '../../local-text.ts'
import { missingLanguages } from '../../local-text.ts'
import type { PersonalUse } from '../personal-fields.ts'
import { personalTopic } from '../personal-fields.ts'
import type { ContactField, Question, QuestionOf } from '../question.ts'
import { knownTopic, meansSomebodyElse } from '../wording/personal.ts'
import type { Finding } from './finding.ts'

/** What the record of everybody who is invited holds. */
const ON_RECORD: ReadonlySet<ContactField> = new Set(['name', 'job-title', 'company', 'email'])

/** Personal data that is asked for without saying what it is for, and what need not be asked at all. */
export function personalFindings(question: Question, languages: readonly Language[]): Finding[] {
  if (question.kind === 'contact-details') return contactFindings(question, languages)
  return [...freeTextFindings(question, languages), ...knownFindings(question, languages)]
}

function contactFindings(question: QuestionOf<'contact-details'>, languages: readonly Language[]): Finding[] {
  const without = question.fields
    .filter(({ text }) => missingLanguages(text, languages).length === languages.length)
    .map(
      ({ id }): Finding => ({
        code: 'personal_without_use',
        severity: 'stops',
        place: { question: question.id, part: id, field: 'text' },
        detail: { field: id },
      }),
    )
  const known =
    question.fields.every(({ id }) => ON_RECORD.has(id)) &&
    !languages.some(language => meansSomebodyElse(question.text[language] ?? '', language))
  return known && question.fields.length > 0
    ? [
        ...without,
        {
          code: 'already_known',
          severity: 'advises',
          place: { question: question.id },
          detail: { topic: question.fields.map(({ id }) => id).join(' ') },
          judged: JSON.stringify(question.text),
        },
      ]
    : without
}

/** Words of one's own are read by whoever reads comments: nothing personal belongs there. */
function freeTextFindings(question: Question, languages: readonly Language[]): Finding[] {
  const found = personalTopic(question, languages)
  return found
    ? [
        {
          code: 'personal_in_free_text',
          severity: 'advises',
          place: { question: question.id, field: 'text', language: found.language },
          detail: { topic: found.topic },
          judged: question.text[found.language] ?? '',
        },
      ]
    : []
}

function knownFindings(question: Question, languages: readonly Language[]): Finding[] {
  const { kind } = question
  if (kind !== 'text' && kind !== 'choice' && kind !== 'dropdown' && kind !== 'choices') return []
  for (const language of languages) {
    const judged = question.text[language] ?? ''
    const topic = knownTopic(judged, language)
    if (topic)
      return [
        {
          code: 'already_known',
          severity: 'advises',
          place: { question: question.id, field: 'text', language },
          detail: { topic },
          judged,
        },
      ]
  }
  return []
}

/** The findings that remain once the plan has said what each personal field is used for. */
export function withUses(findings: readonly Finding[], uses: readonly PersonalUse[]): Finding[] {
  const stated = new Set(
    uses.filter(({ use }) => use.trim()).map(({ question, field }) => `${question}:${field ?? ''}`),
  )
  return findings.flatMap((finding): Finding[] => {
    const { question, part } = finding.place
    const isStated = stated.has(`${question}:${part ?? ''}`)
    if (!isStated) return [finding]
    if (finding.code === 'personal_in_free_text') return []
    return finding.code === 'personal_without_use'
      ? [{ ...finding, code: 'personal_use_unsaid', severity: 'advises' }]
      : [finding]
  })
}
