import { findingText } from '@sixfold/charts/finding-text'
import { importanceMap } from '@sixfold/charts/importance-map'
import type { CommentPage } from '@sixfold/contract/comments'
import type { DriverReport } from '@sixfold/contract/driver-reports'
import type { FindingView } from '@sixfold/contract/findings'
import { formatNumber } from '@sixfold/contract/number-text'
import type { WaveQuality } from '@sixfold/contract/response-quality'
import type { ScoreboardView, WaveCoverage } from '@sixfold/contract/waves'
import { textIn } from '@sixfold/domain/local-text'
import type { ReportColumn } from '@sixfold/domain/results/report-outline'
import type { ReportPart } from './report.ts'
import type { Tell } from './tell.ts'

export function findingParts(
  findings: readonly FindingView[],
  view: ScoreboardView,
  tell: Tell,
  columns: readonly ReportColumn[],
): ReportPart[] {
  const how = { language: tell.language, hidesCounts: !columns.includes('n') }
  const heading: ReportPart = { kind: 'heading', text: tell.say('findings') }
  if (findings.length === 0) return [heading, { kind: 'paragraph', text: tell.say(nothingFound(view)) }]
  return [
    heading,
    ...findings.map((finding): ReportPart => {
      const [strong, rest] = findingText(finding, view, how)
      return { kind: 'sentence', strong, rest }
    }),
  ]
}

/** That chance explains everything is true only of what could be held against something. */
function nothingFound({ factors }: ScoreboardView): 'findingsFew' | 'findingsFirst' | 'noFindings' {
  if (factors.every(({ suppressed }) => suppressed)) return 'findingsFew'
  return factors.some(({ change }) => change !== null) ? 'noFindings' : 'findingsFirst'
}

const NO_IMPORTANCE = {
  too_few: 'driversFew',
  never_varies: 'driversNeverVary',
  collinear: 'driversCollinear',
} as const

export function driverParts(
  report: DriverReport,
  { say, language, whole, percent }: Tell,
  columns: readonly ReportColumn[],
): ReportPart[] {
  const heading: ReportPart = { kind: 'heading', text: say('drivers') }
  // A part that is being worked out must not read like one with too few answers; reading it asked for its job.
  if (report.state === 'coming') return [heading, { kind: 'paragraph', text: say('driversComing') }]
  if (report.state === 'until_closed') return [heading, { kind: 'paragraph', text: say('driversLater') }]
  if (report.state === 'no_outcome') return [heading, { kind: 'paragraph', text: say('driversNone') }]
  if (report.state !== 'ready' || report.rSquared === null)
    return [heading, { kind: 'paragraph', text: say(NO_IMPORTANCE[report.reason ?? 'too_few']) }]
  const { responses, accounts, leftOut } = report
  const basis =
    columns.includes('n') && responses !== null && accounts !== null && leftOut !== null
      ? [say('driversBasis', { n: whole(responses), accounts, left: whole(leftOut) })]
      : []
  const text = [...basis, say('driversShare', { share: percent(report.rSquared) }), say('cause')].join(' ')
  const drivers = report.drivers.map(({ name, importance, ...driver }) => ({
    ...driver,
    name: textIn(name, language, 'en'),
    importance: importance ?? 0,
  }))
  return [
    heading,
    { kind: 'chart', label: say('driversChart'), model: importanceMap(drivers, language) },
    { kind: 'paragraph', text },
  ]
}

export function commentParts(
  { items, factors }: Pick<CommentPage, 'items' | 'factors'>,
  { say, language }: Tell,
): ReportPart[] {
  const heading: ReportPart = { kind: 'heading', text: say('comments') }
  if (items.length === 0) return [heading, { kind: 'paragraph', text: say('noComments') }]
  const quotes = items.map(({ parts, factor }) => {
    const about = factors.find(one => one.key === factor)
    return {
      text: parts.map(part => ('text' in part ? part.text : say('masked'))).join(''),
      about: about ? textIn(about.name, language, 'en') : '',
    }
  })
  return [
    heading,
    { kind: 'paragraph', text: say('commentsWhy') },
    // The same words of several people are read once.
    ...[...new Map(quotes.map(quote => [quote.text, quote])).values()].map(
      (quote): ReportPart => ({ kind: 'quote', ...quote }),
    ),
  ]
}

export function coverageParts({ items }: Pick<WaveCoverage, 'items'>, { say, whole }: Tell): ReportPart[] {
  const row = (of: 'accounts' | 'revenue') => {
    const sum = (part: 'asked' | 'answered') => items.reduce((total, item) => total + item[of][part], 0)
    const [asked, heard] = [sum('asked'), sum('answered')]
    return [say(of), whole(heard), whole(asked), asked > 0 ? whole((100 * heard) / asked) : say('noChange')]
  }
  return [
    { kind: 'heading', text: say('coverage') },
    {
      kind: 'table',
      columns: ['', say('heard'), say('asked'), say('share')],
      rows: [row('accounts'), row('revenue')],
    },
  ]
}

/** Where it would tell of few. */
export function coverageFewParts({ say }: Tell): ReportPart[] {
  return [
    { kind: 'heading', text: say('coverage') },
    { kind: 'paragraph', text: say('coverageFew') },
  ]
}

export function qualityParts(quality: WaveQuality, { say, whole, language }: Tell): ReportPart[] {
  const { blind, suppressed, compared, judged, flagged, severalFlags, medianMinutes } = quality
  const { count } = flagged
  const several = severalFlags.count
  const text = () => {
    if (suppressed || blind) return say('qualityNone')
    if (!compared) return say('qualityComing')
    if (count === null) return say('qualityFew', { judged: whole(judged) })
    const told = { flagged: whole(count), judged: whole(judged) }
    return several === null
      ? say('qualityFlagged', told)
      : say('qualityText', { ...told, several: whole(several) })
  }
  return [
    { kind: 'heading', text: say('quality') },
    { kind: 'paragraph', text: text() },
    ...(medianMinutes === null
      ? []
      : [
          {
            kind: 'paragraph',
            text: say('median', { minutes: formatNumber(medianMinutes, language, 1) }),
          } as const,
        ]),
  ]
}

export function methodParts(
  { confidence, minimumCell, panelBefore, factors }: ScoreboardView,
  { say, percent }: Tell,
  columns: readonly ReportColumn[],
): ReportPart[] {
  const where = (column: ReportColumn, text: string) => (columns.includes(column) ? [text] : [])
  const scale = [
    say('methodSatisfied'),
    ...where('nonsatisfied', say('methodNonsatisfied')),
    ...where('index', say('methodIndex')),
  ]
  const isKnown = factors.every(({ suppressed, designEffect }) => suppressed || designEffect !== null)
  const changes = factors.flatMap(({ change }) => change ?? [])
  const judged = [
    ...where('interval', say('methodInterval', { confidence: percent(confidence) })),
    ...where('interval', say(isKnown ? 'methodLikeness' : 'methodLikenessUnknown')),
    ...(changes.length > 0 ? where('change', say('methodChange')) : []),
    ...(changes.some(({ paired }) => paired) ? where('change', say('methodPairs')) : []),
  ]
  const lines = [
    scale.join(' '),
    ...(judged.length > 0 ? [judged.join(' ')] : []),
    ...(panelBefore === null
      ? []
      : where('change', say(panelBefore === 'other' ? 'methodOther' : 'methodSame'))),
    ...where('distribution', say('methodRounding')),
    say('methodMinimum', { minimum: minimumCell }),
  ]
  return [
    { kind: 'heading', text: say('method') },
    ...lines.map((text): ReportPart => ({ kind: 'paragraph', text })),
  ]
}
