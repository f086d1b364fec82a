import { partsOf } from './parts.ts'
import type { Question, QuestionOf } from './question.ts'
import { NONE, OTHER } from './question.ts'
import type { QuestionText, SettingName } from './settings.ts'

/** What is wrong between the fields of a question, each of which is sound by itself. */
export type QuestionFaultCode =
  | 'too_few_parts'
  | 'duplicate_part'
  | 'reserved_part'
  | 'middle_without_midpoint'
  | 'bounds_reversed'
  | 'step_does_not_fit'
  | 'too_many_steps'
  | 'more_than_options'
  | 'no_file_type'
  | 'picture_missing'

export interface QuestionFault {
  code: QuestionFaultCode
  /** The option, row or field that is at fault. */
  part?: string
  /** The setting or text where it is mended. */
  field?: SettingName | QuestionText
}

/** More than anybody can tell apart; a number is asked for instead. */
export const MOST_STEPS = 10_000

/**
 * Everything that keeps a question from being published. A draft may hold such a question: while it is edited, one field comes
 * before the other.
 *
 * @example questionFaults({ kind: 'slider', min: 5, max: 1, step: 1, ... }) // [{ code: 'bounds_reversed', field: 'max' }]
 */
export function questionFaults(question: Question): QuestionFault[] {
  return [...listFaults(question), ...kindFaults(question)]
}

function listFaults(question: Question): QuestionFault[] {
  const parts = partsOf(question)?.parts
  if (!parts) return []
  const fewest = question.kind === 'grid' || question.kind === 'contact-details' ? 1 : 2
  const faults: QuestionFault[] = []
  if (choosable(question) < fewest) faults.push({ code: 'too_few_parts' })
  const seen = new Set<string>()
  for (const { id } of parts) {
    if (seen.has(id)) faults.push({ code: 'duplicate_part', part: id })
    seen.add(id)
  }
  return faults
}

/** Everything that can be chosen, "other" and "none of these" among it. */
function choosable(question: Question): number {
  const own = partsOf(question)?.parts.length ?? 0
  if (!('other' in question || 'none' in question)) return own
  return own + (question.other ? 1 : 0) + (question.none ? 1 : 0)
}

function kindFaults(question: Question): QuestionFault[] {
  switch (question.kind) {
    case 'choice':
    case 'dropdown':
      return reserved(question)
    case 'choices':
      return [...reserved(question), ...countFaults(question)]
    case 'ranking':
      return exceeds(question.top, question.options.length, 'top')
    case 'picture':
      return question.options
        .filter(({ picture }) => picture === null)
        .map(({ id }) => ({ code: 'picture_missing', part: id }))
    case 'rating':
      return question.middle && question.points % 2 === 0
        ? [{ code: 'middle_without_midpoint', field: 'middle' }]
        : []
    case 'slider':
      return sliderFaults(question)
    case 'number':
      return reversed(question.min, question.max, 'max')
    case 'date':
      return reversed(question.earliest, question.latest, 'latest')
    case 'upload':
      return question.accept.length === 0 ? [{ code: 'no_file_type', field: 'accept' }] : []
    case 'satisfaction':
    case 'agreement':
    case 'grid':
    case 'nps':
    case 'csat':
    case 'ces':
    case 'sum':
    case 'text':
    case 'yes-no':
    case 'consent':
    case 'contact-details':
    case 'statement':
      return []
    default:
      return question satisfies never
  }
}

/** Ids that answers give to "other" and "none of these". */
function reserved({ options }: { options: readonly { id: string }[] }): QuestionFault[] {
  return options
    .filter(({ id }) => id === OTHER || id === NONE)
    .map(({ id }) => ({ code: 'reserved_part', part: id }))
}

/** What stands alone counts for neither bound. */
function countFaults(question: QuestionOf<'choices'>): QuestionFault[] {
  const { atLeast, atMost, options, other } = question
  const most = options.filter(({ exclusive }) => !exclusive).length + (other ? 1 : 0)
  return [
    ...reversed(atLeast, atMost, 'atMost'),
    ...exceeds(atLeast, most, 'atLeast'),
    ...exceeds(atMost, most, 'atMost'),
  ]
}

function sliderFaults({ min, max, step }: QuestionOf<'slider'>): QuestionFault[] {
  if (min >= max) return [{ code: 'bounds_reversed', field: 'max' }]
  const steps = (max - min) / step
  if (steps > MOST_STEPS) return [{ code: 'too_many_steps', field: 'step' }]
  return Math.abs(steps - Math.round(steps)) < 1e-6 && steps >= 1 - 1e-6
    ? []
    : [{ code: 'step_does_not_fit', field: 'step' }]
}

function reversed<T extends number | string>(
  low: T | undefined,
  high: T | undefined,
  field: SettingName,
): QuestionFault[] {
  return low !== undefined && high !== undefined && low > high ? [{ code: 'bounds_reversed', field }] : []
}

function exceeds(value: number | undefined, most: number, field: SettingName): QuestionFault[] {
  return value !== undefined && value > most ? [{ code: 'more_than_options', field }] : []
}
