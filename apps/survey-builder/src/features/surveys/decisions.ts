import type { Programme } from '@sixfold/contract/programmes'
import type { Survey } from '@sixfold/contract/surveys'
import type { Wave } from '@sixfold/contract/waves'
import type { Quarter } from '@sixfold/domain/quarter'
import { compareQuarters } from '@sixfold/domain/quarter'

/** What waits for somebody, the most pressing first. */
export type Decision =
  | { kind: 'closing'; wave: Wave }
  | { kind: 'paused'; wave: Wave }
  | { kind: 'draft wave'; wave: Wave }
  | { kind: 'launch'; survey: Survey; version: number }
  | { kind: 'changed'; survey: Survey; version: number }
  | { kind: 'draft'; survey: Survey }
  | { kind: 'next quarter'; programme: Programme; quarter: Quarter }
  | { kind: 'no survey'; quarter: Quarter }

const CLOSING_DAYS = 3
const DAY_MS = 86_400_000
/** Surveys of quarters that are over wait for nobody. */
const isAhead = (survey: Survey, quarter: Quarter) => compareQuarters(survey.quarter, quarter) >= 0

/** What needs a decision at an instant, in the quarter that it falls in and the one after. */
export function decisionsOf({
  surveys,
  waves,
  programmes = [],
  now,
  quarter,
  next,
}: {
  surveys: readonly Survey[]
  waves: readonly Wave[]
  programmes?: readonly Programme[]
  now: string
  quarter: Quarter
  next: Quarter
}): Decision[] {
  const ahead = surveys.filter(survey => isAhead(survey, quarter))
  const soon = Date.parse(now) + CLOSING_DAYS * DAY_MS
  const closing = waves.filter(wave => wave.state === 'running' && Date.parse(wave.closesAt) <= soon)
  const published = ahead.flatMap(survey =>
    survey.latestVersion === null ? [] : [{ survey, version: survey.latestVersion }],
  )
  const quarterly = programmes.filter(({ kind }) => kind === 'quarterly')
  const isNext = (one: { quarter: Quarter }) => compareQuarters(one.quarter, next) === 0
  return [
    ...closing.map(wave => ({ kind: 'closing' as const, wave })),
    ...waves.filter(({ state }) => state === 'paused').map(wave => ({ kind: 'paused' as const, wave })),
    ...waves.filter(({ state }) => state === 'draft').map(wave => ({ kind: 'draft wave' as const, wave })),
    ...published
      .filter(({ survey }) => !waves.some(wave => wave.surveyId === survey.id))
      .map(one => ({ kind: 'launch' as const, ...one })),
    ...published
      .filter(({ survey }) => survey.changedSincePublished)
      .map(one => ({ kind: 'changed' as const, ...one })),
    ...ahead
      .filter(({ latestVersion }) => latestVersion === null)
      .map(survey => ({ kind: 'draft' as const, survey })),
    ...quarterly
      .filter(({ id }) => !waves.some(wave => wave.programmeId === id && isNext(wave)))
      .map(programme => ({ kind: 'next quarter' as const, programme, quarter: next })),
    ...(quarterly.length > 0 || surveys.some(survey => survey.kind === 'quarterly' && isNext(survey))
      ? []
      : [{ kind: 'no survey' as const, quarter: next }]),
  ]
}
