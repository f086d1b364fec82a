import type { Language } from '../../local-text.ts'
import type { Question } from '../question.ts'
import { hasCatchAll, hasOrder, isExhaustive } from '../wording/options.ts'
import { firstOverlap } from '../wording/ranges.ts'
import type { Finding, OptionsCode } from './finding.ts'

/** More than a reader weighs against each other; a dropdown is searched, a ranking is work. */
const MOST: Partial<Record<Question['kind'], number>> = {
  choice: 10,
  choices: 12,
  dropdown: 60,
  ranking: 7,
  picture: 9,
  sum: 8,
  grid: 10,
}

/** In a longer list what stands first is chosen more often, so it is shuffled. */
const MOST_IN_FIXED_ORDER = 7

/** From this many on, a list that must fit everybody hardly does. */
const FEWEST_NEEDING_OTHER = 4

/** What is wrong with a list of options, whatever its words. */
export function optionsFindings(
  question: Question,
  { languages, defaultLanguage }: { languages: readonly Language[]; defaultLanguage: Language },
): Finding[] {
  const parts = 'options' in question ? question.options : question.kind === 'grid' ? question.rows : null
  if (!parts) return []
  const finding = (code: OptionsCode, more: Partial<Finding> = {}): Finding => ({
    code,
    severity: 'advises',
    place: { question: question.id, ...more.place },
    ...(more.detail ? { detail: more.detail } : {}),
    ...(more.judged === undefined ? {} : { judged: more.judged }),
  })
  const findings: Finding[] = []
  const most = MOST[question.kind]
  if (most !== undefined && parts.length > most)
    findings.push(finding('long_list', { detail: { count: parts.length, most } }))
  const labels = parts.map(({ text }) => text[defaultLanguage] ?? '')
  const judged = labels.join('\n')
  const inLanguage = (language: Language) => parts.map(({ text }) => text[language] ?? '')
  const ordered =
    labels.some(label => !label.trim()) ||
    languages.some(language => hasOrder(inLanguage(language), language))
  if (isShuffleable(question) && parts.length > MOST_IN_FIXED_ORDER && !ordered)
    findings.push(
      finding('order_effect', { place: { setting: 'order' }, detail: { count: parts.length }, judged }),
    )
  if (question.kind === 'choice' || question.kind === 'choices' || question.kind === 'dropdown') {
    const open = !question.other && !question.none && !ordered && !isExhaustive(labels, defaultLanguage)
    const needs = open && labels.length > 1 && !hasCatchAll(labels, defaultLanguage)
    if (needs && question.kind === 'choices')
      findings.push(finding('no_none', { place: { field: 'none' }, judged }))
    else if (needs && labels.length >= FEWEST_NEEDING_OTHER)
      findings.push(finding('no_other', { place: { field: 'other' }, judged }))
    findings.push(...overlaps(question, languages))
  }
  return findings
}

/** A dropdown is read by looking for one's own entry, so its order is left alone. */
function isShuffleable(question: Question): boolean {
  return (
    (question.kind === 'choice' ||
      question.kind === 'choices' ||
      question.kind === 'ranking' ||
      question.kind === 'picture') &&
    question.order === 'fixed'
  )
}

/** In the first language that shows it: the ranges are the same in all. */
function overlaps(
  question: Extract<Question, { options: unknown }>,
  languages: readonly Language[],
): Finding[] {
  for (const language of languages) {
    const labels = question.options.map(({ text }) => text[language] ?? '')
    const overlap = firstOverlap(labels, language)
    const part = overlap ? question.options[overlap.second]?.id : undefined
    if (!overlap || part === undefined) continue
    return [
      {
        code: 'overlapping_ranges',
        severity: 'advises',
        place: { question: question.id, part, field: 'text', language },
        detail: { first: labels[overlap.first] ?? '', second: labels[overlap.second] ?? '' },
        judged: labels.join('\n'),
      },
    ]
  }
  return []
}
