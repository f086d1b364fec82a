import type { Page, SurveyDefinition } from '../definition.ts'
import type { Question } from '../question.ts'
import type { Condition, Jump } from './condition.ts'
import { rangesIn } from './condition-findings.ts'
import type { LogicFinding } from './finding.ts'
import type { Place } from './places.ts'
import type { RangeOf } from './possible.ts'
import { canHold, oneAlwaysHolds } from './possible.ts'

/** What is known of the way at a page: the rest of the survey beyond this page is not looked at. */
interface Way {
  /** The place of each page, from 0. */
  order: ReadonlyMap<string, number>
  /** Conditions with a finding of their own; they could hold or fail, so that one fault is not told twice. */
  faulty: ReadonlySet<Condition>
  /** The pages that somebody can come to, as far as the pages before tell. */
  reached: Set<number>
  neverAsked: Set<string>
  rangeOf: RangeOf
}

/** Jumps that lead nowhere or back, and what no respondent can come to: one pass, forward. */
export function wayFindings(
  definition: SurveyDefinition,
  places: ReadonlyMap<string, Place>,
  faulty: ReadonlySet<Condition>,
): LogicFinding[] {
  const neverAsked = new Set<string>()
  const ranges = rangesIn(places)
  const way: Way = {
    order: new Map(definition.pages.map(({ id }, at) => [id, at])),
    faulty,
    reached: new Set([0]),
    neverAsked,
    rangeOf: subject => ('question' in subject && neverAsked.has(subject.question) ? null : ranges(subject)),
  }
  return definition.pages.flatMap((page, at) => [...targetFindings(page, at, way), ...pass(page, at, way)])
}

function targetFindings({ id: page, jumps = [] }: Page, at: number, { order }: Way): LogicFinding[] {
  return jumps.flatMap(({ to }, jump): LogicFinding[] => {
    const target = to === 'end' ? Number.POSITIVE_INFINITY : order.get(to.page)
    if (target !== undefined && target > at) return []
    return [
      {
        code: target === undefined ? 'unknown_page' : 'backward_jump',
        severity: 'stops',
        place: { page, setting: 'jumps', jump },
        detail: { page: to === 'end' ? '' : to.page },
      },
    ]
  })
}

/** Goes over one page: notes where it leads to and what of it is never asked. */
function pass(page: Page, at: number, way: Way): LogicFinding[] {
  const shows = way.reached.has(at) && possible([page.showIf], way)
  if (!shows) {
    for (const { id } of page.questions) way.neverAsked.add(id)
    // Nobody comes here, or everybody passes by.
    if (way.reached.has(at)) way.reached.add(at + 1)
    return [{ code: 'unreachable_page', severity: 'stops', place: { page: page.id } }]
  }
  const hidden = page.questions.filter(({ showIf }) => !possible([page.showIf, showIf], way))
  for (const { id } of hidden) way.neverAsked.add(id)
  if (canBePassed(page, way)) way.reached.add(at + 1)
  return [
    ...hidden.map(
      ({ id }): LogicFinding => ({
        code: 'unreachable_question',
        severity: 'stops',
        place: { page: page.id, question: id, setting: 'showIf' },
      }),
    ),
    ...(hidden.length < page.questions.length ? leave(page, at, way) : []),
  ]
}

/** Follows the rules at the end of a page; what comes after one that always holds is idle. */
function leave(page: Page, at: number, way: Way): LogicFinding[] {
  const findings: LogicFinding[] = []
  const before: Condition[] = []
  let goesOn = true
  for (const [jump, { when, to }] of (page.jumps ?? []).entries()) {
    const target = targetOf(to, way)
    if (target <= at) continue
    if (!goesOn || !possible([page.showIf, when], way))
      findings.push({
        code: 'idle_jump',
        severity: 'advises',
        place: { page: page.id, setting: 'jumps', jump },
      })
    else way.reached.add(target)
    if (!way.faulty.has(when)) before.push(when)
    goesOn &&= before.length === 0 || !oneAlwaysHolds(before, way.rangeOf)
  }
  if (goesOn) way.reached.add(at + 1)
  return findings
}

function targetOf(to: Jump['to'], { order }: Way): number {
  return to === 'end' ? Number.POSITIVE_INFINITY : (order.get(to.page) ?? -1)
}

function possible(conditions: readonly (Condition | undefined)[], way: Way): boolean {
  const sound = conditions.filter(
    (condition): condition is Condition => condition !== undefined && !way.faulty.has(condition),
  )
  // One alone could hold, or it were faulty, unless it looks at what is never asked.
  if (sound.length < 2 && way.neverAsked.size === 0) return true
  return canHold(sound, way.rangeOf)
}

/** Whether somebody may be led past a page: it, or all its questions, are shown on conditions. */
function canBePassed({ showIf, questions }: Page, way: Way): boolean {
  const conditional = (thing: Pick<Question, 'showIf'>) =>
    thing.showIf !== undefined && !certain(thing.showIf, way)
  return conditional(showIf ? { showIf } : {}) || questions.every(conditional)
}

function certain(condition: Condition, { faulty, rangeOf }: Way): boolean {
  return !faulty.has(condition) && oneAlwaysHolds([condition], rangeOf)
}
