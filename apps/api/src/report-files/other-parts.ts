import { importanceMap } from '@sixfold/charts/importance-map'
import type { CommentPage } from '@sixfold/contract/comments'
import type { DriverReport } from '@sixfold/contract/driver-reports'
import type { FindingView } from '@sixfold/contract/findings'
import type { WaveQuality } from '@sixfold/contract/response-quality'
import type { ScoreboardView, WaveCoverage } from '@sixfold/contract/waves'
import { textIn } from '@sixfold/domain/local-text'
import type { ReportColumn } from '@sixfold/domain/results/report-outline'
import { findingText } from './finding-text.ts'
import type { ReportPart } from './report.ts'
import type { Tell } from './tell.ts'

export function findingParts(
  findings: readonly FindingView[],
  view: ScoreboardView,
  tell: Tell,
): ReportPart[] {
  const texts = findings.map(finding => findingText(finding, view, tell))
  return [
    { kind: 'heading', text: tell.say('findings') },
    ...(texts.length > 0 ? texts : [tell.say('noFindings')]).map(
      (text): ReportPart => ({ kind: 'paragraph', text }),
    ),
  ]
}

export function driverParts(report: DriverReport, { say, language }: Tell): ReportPart[] {
  const heading: ReportPart = { kind: 'heading', text: say('drivers') }
  // A part that is being worked out must not read like one with too few answers; reading it asked for its job.
  if (report.state === 'coming') return [heading, { kind: 'paragraph', text: say('driversComing') }]
  if (report.state === 'no_outcome') return [heading, { kind: 'paragraph', text: say('driversNone') }]
  if (report.state !== 'ready' || report.rSquared === null)
    return [heading, { kind: 'paragraph', text: say('driversFew') }]
  const drivers = report.drivers.map(({ name, importance, ...driver }) => ({
    ...driver,
    name: textIn(name, language, 'en'),
    importance: importance ?? 0,
  }))
  return [
    heading,
    { kind: 'chart', label: say('driversChart'), model: importanceMap(drivers, language) },
    { kind: 'paragraph', text: say('cause') },
  ]
}

export function commentParts(
  { items, factors }: Pick<CommentPage, 'items' | 'factors'>,
  { say, language }: Tell,
): ReportPart[] {
  const heading: ReportPart = { kind: 'heading', text: say('comments') }
  if (items.length === 0) return [heading, { kind: 'paragraph', text: say('noComments') }]
  return [
    heading,
    { kind: 'paragraph', text: say('commentsWhy') },
    ...items.map(({ parts, factor }): ReportPart => {
      const about = factors.find(one => one.key === factor)
      return {
        kind: 'quote',
        text: parts.map(part => ('text' in part ? part.text : say('masked'))).join(''),
        about: about ? textIn(about.name, language, 'en') : '',
      }
    }),
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

export function qualityParts(quality: WaveQuality, { say, whole }: Tell): ReportPart[] {
  const { blind, suppressed, compared, judged, flagged, severalFlags, medianMinutes } = quality
  const shown = (count: number | null) => (count === null ? say('qualityUnknown') : whole(count))
  const text =
    suppressed || blind
      ? say('qualityNone')
      : !compared
        ? say('qualityComing')
        : say('qualityText', {
            flagged: shown(flagged.count),
            judged: whole(judged),
            several: shown(severalFlags.count),
          })
  return [
    { kind: 'heading', text: say('quality') },
    { kind: 'paragraph', text },
    ...(medianMinutes === null
      ? []
      : [{ kind: 'paragraph', text: say('median', { minutes: medianMinutes }) } as const]),
  ]
}

export function methodParts(
  { confidence, minimumCell, panelBefore }: ScoreboardView,
  { say, whole }: Tell,
  columns: readonly ReportColumn[],
): ReportPart[] {
  const where = (column: ReportColumn, text: string) => (columns.includes(column) ? [text] : [])
  const scale = [
    say('methodSatisfied'),
    ...where('nonsatisfied', say('methodNonsatisfied')),
    ...where('index', say('methodIndex')),
  ]
  const judged = [
    ...where('interval', say('methodInterval', { confidence: whole(100 * confidence) })),
    ...where('change', say('methodChange')),
  ]
  const lines = [
    scale.join(' '),
    ...(judged.length > 0 ? [judged.join(' ')] : []),
    ...(panelBefore === null
      ? []
      : where('change', say(panelBefore === 'other' ? 'methodOther' : 'methodSame'))),
    say('methodMinimum', { minimum: minimumCell }),
  ]
  return [
    { kind: 'heading', text: say('method') },
    ...lines.map((text): ReportPart => ({ kind: 'paragraph', text })),
  ]
}
