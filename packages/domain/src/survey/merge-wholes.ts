import type { SurveyDefinition } from './definition.ts'
import type { SurveyOperation } from './operation.ts'
import { partsOf } from './parts.ts'
import { placeOf } from './undo.ts'

/** A page, question or part as a whole, or the languages of the survey: what people can clash about beside single fields. */
export type Whole =
  | { kind: 'page'; page: string }
  | { kind: 'question'; question: string }
  | { kind: 'part'; question: string; part: string }
  | { kind: 'languages' }

/** A whole as a key, such as `part q1 on-time`; ids hold no spaces. */
export function wholeKey(whole: Whole): string {
  switch (whole.kind) {
    case 'page':
      return `page ${whole.page}`
    case 'question':
      return `question ${whole.question}`
    case 'part':
      return `part ${whole.question} ${whole.part}`
    case 'languages':
      return 'languages'
    default:
      return whole satisfies never
  }
}

/** What an operation names: its survey must have these, save what it adds itself. */
interface Names {
  page: string | null
  question: string | null
  part: string | null
  /** What it adds, which its survey must not have yet. */
  adds: 'page' | 'question' | 'part' | null
}

function namesIn(operation: SurveyOperation): Names {
  const none: Names = { page: null, question: null, part: null, adds: null }
  switch (operation.op) {
    case 'set-survey-text':
    case 'set-languages':
    case 'set-factor-model':
      return none
    case 'add-page':
      return { ...none, page: operation.page.id, adds: 'page' }
    case 'set-page-text':
    case 'set-page-setting':
    case 'move-page':
    case 'remove-page':
      return { ...none, page: operation.page }
    case 'add-question':
      return { ...none, page: operation.page, question: operation.question.id, adds: 'question' }
    case 'move-question':
      return { ...none, page: operation.page, question: operation.question }
    case 'replace-question':
      return { ...none, question: operation.question.id }
    case 'set-question-text':
    case 'set-required':
    case 'set-measures':
    case 'set-setting':
    case 'remove-question':
      return { ...none, question: operation.question }
    case 'add-part':
      return { ...none, question: operation.question, part: operation.part.id, adds: 'part' }
    case 'set-part-text':
    case 'set-part-setting':
    case 'move-part':
    case 'remove-part':
      return { ...none, question: operation.question, part: operation.part }
    default:
      return operation satisfies never
  }
}

/** The keys of every whole that an operation works in, as its survey stood before it. */
export function wholesOf(operation: SurveyOperation, on: SurveyDefinition): string[] {
  const { page, question, part } = namesIn(operation)
  const stands = question === null ? null : placeOf(on, question)
  const wholes: Whole[] = operation.op === 'set-languages' ? [{ kind: 'languages' }] : []
  if (question !== null && part !== null) wholes.push({ kind: 'part', question, part })
  if (question !== null) wholes.push({ kind: 'question', question })
  if (stands) wholes.push({ kind: 'page', page: stands.page })
  if (page !== null) wholes.push({ kind: 'page', page })
  return wholes.map(wholeKey)
}

/** The whole that an operation adds, removes, replaces or sets; null for one that changes a field or a place. */
export function wholeOf(operation: SurveyOperation): Whole | null {
  switch (operation.op) {
    case 'set-languages':
      return { kind: 'languages' }
    case 'add-page':
      return { kind: 'page', page: operation.page.id }
    case 'remove-page':
      return { kind: 'page', page: operation.page }
    case 'add-question':
    case 'replace-question':
      return { kind: 'question', question: operation.question.id }
    case 'remove-question':
      return { kind: 'question', question: operation.question }
    case 'add-part':
      return { kind: 'part', question: operation.question, part: operation.part.id }
    case 'remove-part':
      return { kind: 'part', question: operation.question, part: operation.part }
    default:
      return null
  }
}

/** The survey that an operation was made on, and the one that it is to be carried to. */
interface Carrying {
  on: SurveyDefinition
  to: SurveyDefinition
}

/** Why an operation does not apply: what it needs is gone or of another kind, or what it adds is there. Null: another reason. */
export function wholeInTheWay(operation: SurveyOperation, { on, to }: Carrying): Whole | null {
  const { page, question, part, adds } = namesIn(operation)
  if (lacksLanguage(operation, to)) return { kind: 'languages' }
  if (page !== null && hasPage(to, page) === (adds === 'page')) return { kind: 'page', page }
  if (question === null) return null
  const [was, is] = [placeOf(on, question), placeOf(to, question)]
  if (adds === 'question') return is ? { kind: 'question', question } : null
  if (!is)
    return was && !hasPage(to, was.page) ? { kind: 'page', page: was.page } : { kind: 'question', question }
  if (was?.question.kind !== is.question.kind) return { kind: 'question', question }
  if (part === null || hasPart(to, question, part) !== (adds === 'part')) return null
  return { kind: 'part', question, part }
}

/**
 * What makes room for an operation again: brings back what it needs as it was, and takes out what it would double.
 * `result` is what its maker came to in the end: a page does not bring back what that lacks.
 */
export function restoring(
  operation: SurveyOperation,
  { on, to, result }: Carrying & { result: SurveyDefinition },
): SurveyOperation[] {
  const { page, question, part, adds } = namesIn(operation)
  const restored: SurveyOperation[] = []
  const pages = new Set<string>()
  const bringPage = (id: string) => {
    const at = on.pages.findIndex(one => one.id === id)
    const found = on.pages[at]
    if (!found || pages.has(id) || hasPage(to, id)) return
    pages.add(id)
    const questions = found.questions.filter(one => placeOf(result, one.id))
    restored.push({ op: 'add-page', index: at, page: { ...found, questions } })
  }
  if (lacksLanguage(operation, to) && 'language' in operation)
    restored.push({
      op: 'set-languages',
      languages: [...to.languages, operation.language],
      defaultLanguage: to.defaultLanguage,
    })
  if (page !== null && adds !== 'page') bringPage(page)
  if (page !== null && adds === 'page' && hasPage(to, page)) restored.push({ op: 'remove-page', page })
  if (question === null) return restored

  const [was, is] = [placeOf(on, question), placeOf(to, question)]
  if (adds === 'question') return is ? [...restored, { op: 'remove-question', question }] : restored
  if (was && !is) {
    const own = placeOf(result, question)
    if (!own) return []
    if (operation.op === 'move-question')
      restored.push({ ...operation, op: 'add-question', question: was.question })
    else if (!hasPage(result, was.page) && hasPage(to, own.page))
      restored.push({ op: 'add-question', page: own.page, index: own.index, question: was.question })
    else if (!hasPage(to, was.page)) bringPage(was.page)
    else restored.push({ op: 'add-question', page: was.page, index: was.index, question: was.question })
    return restored
  }
  if (was && is && was.question.kind !== is.question.kind)
    return [...restored, { op: 'replace-question', question: was.question }]
  if (part === null) return restored
  if (adds === 'part')
    return hasPart(to, question, part) ? [...restored, { op: 'remove-part', question, part }] : restored
  const parts = (was && partsOf(was.question)?.parts) ?? []
  const index = parts.findIndex(({ id }) => id === part)
  const found = parts[index]
  if (found && !hasPart(to, question, part)) restored.push({ op: 'add-part', question, index, part: found })
  return restored
}

/** Before a page is removed: takes what its remover still has on other pages back to them. */
export function movedOut(
  page: string,
  { to, result }: { to: SurveyDefinition; result: SurveyDefinition },
): SurveyOperation[] {
  const questions = to.pages.find(({ id }) => id === page)?.questions ?? []
  return questions.flatMap(({ id }): SurveyOperation[] => {
    const own = placeOf(result, id)
    return own && own.page !== page
      ? [{ op: 'move-question', question: id, page: own.page, index: own.index }]
      : []
  })
}

function lacksLanguage(operation: SurveyOperation, { languages }: SurveyDefinition): boolean {
  return 'language' in operation && !languages.includes(operation.language)
}

function hasPage({ pages }: SurveyDefinition, id: string): boolean {
  return pages.some(page => page.id === id)
}

function hasPart(definition: SurveyDefinition, question: string, part: string): boolean {
  const found = placeOf(definition, question)?.question
  return found !== undefined && (partsOf(found)?.parts ?? []).some(({ id }) => id === part)
}
