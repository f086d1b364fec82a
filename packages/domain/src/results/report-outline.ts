/** What a report may leave out; the scores by factor are in every one. */
export const REPORT_PARTS = ['findings', 'trends', 'drivers', 'comments', 'coverage', 'quality'] as const
export type ReportPartName = (typeof REPORT_PARTS)[number]

/** What of the scores may be hidden; percent satisfied is in every report. */
export const REPORT_COLUMNS = ['index', 'interval', 'change', 'nonsatisfied', 'n', 'distribution'] as const
export type ReportColumn = (typeof REPORT_COLUMNS)[number]

export const FINDING_KINDS = ['change', 'signal', 'improve', 'silent'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** Outside the house no score is shown for fewer answers, nor where the organisation's own minimum cell is higher for fewer than that. */
export const SHARED_MINIMUM_CELL = 10

export interface ReportOutline {
  parts: ReportPartName[]
  columns: ReportColumn[]
  findings: FindingKind[]
}

/**
 * What is left of a report once columns are hidden: with each goes whatever states it too, or it could be computed from. The index
 * is in the chart of drivers and follows from the distribution; charts over the quarters show nonsatisfied and how it changed;
 * numbers of answers follow from an interval, or the limits of chance, and its share; findings state what the parts hold.
 *
 * @example outlineOf({ parts: ['trends', 'coverage'], hidden: ['change'] }).parts // ['coverage']
 */
export function outlineOf({
  parts,
  hidden,
}: {
  parts: readonly ReportPartName[]
  hidden: readonly ReportColumn[]
}): ReportOutline {
  const hides = (column: ReportColumn) => hidden.includes(column)
  const columns = REPORT_COLUMNS.filter(
    column => !hides(column) && !(FOLLOWS[column] ?? []).some(one => hides(one)),
  )
  const left = REPORT_PARTS.filter(
    part => parts.includes(part) && !(GOES_WITH[part] ?? []).some(column => hides(column)),
  )
  const basisOf: Record<FindingKind, boolean> = {
    change: columns.includes('change') && columns.includes('interval'),
    signal: left.includes('trends') && columns.includes('interval'),
    improve: left.includes('drivers'),
    silent: left.includes('coverage'),
  }
  const findings = FINDING_KINDS.filter(kind => left.includes('findings') && basisOf[kind])
  return { parts: left.filter(part => part !== 'findings' || findings.length > 0), columns, findings }
}

/** The columns that each of these would tell. */
const FOLLOWS: Partial<Record<ReportColumn, readonly ReportColumn[]>> = {
  distribution: ['index'],
  interval: ['n'],
}

/** The columns without which a part cannot stand. */
const GOES_WITH: Partial<Record<ReportPartName, readonly ReportColumn[]>> = {
  trends: ['change', 'nonsatisfied'],
  drivers: ['index'],
  coverage: ['n'],
  quality: ['n'],
}
