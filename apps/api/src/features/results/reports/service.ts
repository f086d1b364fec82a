import type { ReportFormat, ReportPartName } from '@sixfold/contract/reports'
import { REPORT_PARTS } from '@sixfold/contract/reports'
import type { StaffMember } from '@sixfold/contract/staff'
import type { ConfidenceLevel, ScoreboardView } from '@sixfold/contract/waves'
import type { UiLanguage } from '@sixfold/contract/words'
import { formatQuarter } from '@sixfold/domain/quarter'
import { quartersUpTo } from '@sixfold/domain/results/quarters-up-to'
import type { ReportColumn } from '@sixfold/domain/results/report-outline'
import {
  FINDING_KINDS,
  outlineOf,
  REPORT_COLUMNS,
  SHARED_MINIMUM_CELL,
} from '@sixfold/domain/results/report-outline'
import { mayTellCoverage } from '@sixfold/domain/results/shared-coverage'
import type { Context } from '../../../context.ts'
import { momentText } from '../../../mails/event-times.ts'
import type { Report, ReportPart } from '../../../report-files/report.ts'
import type { Tell } from '../../../report-files/tell.ts'
import { tellIn } from '../../../report-files/tell.ts'
import { readQuality } from '../../answering/response-quality/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions, minimumCellOf, readOrganisation } from '../../house/organisation/service.ts'
import { readCoverage } from '../../waves/waves/service.ts'
import { readComments, readQuotes } from '../comments/service.ts'
import { readDrivers } from '../driver-reports/service.ts'
import { readFindings } from '../findings/service.ts'
import { readHistory, readScoreboard } from '../scoreboards/service.ts'

/** Comments that one report quotes at most. */
const QUOTED = 12

export interface ReportOrder {
  id: string
  regionId?: string | undefined
  confidence?: ConfidenceLevel | undefined
  language: UiLanguage
  /** Absent: all of them. */
  parts?: readonly ReportPartName[] | undefined
}

/** For readers outside the house: fewer cells, and what its maker hides is nowhere in it. */
export interface SharedOrder {
  hidden: readonly ReportColumn[]
}

/** The results of a wave as a file; only what this person may see of them. It leaves the house, so it leaves an audit entry. */
export async function reportFile(
  ctx: Context,
  actor: StaffMember,
  { format, ...order }: ReportOrder & { format: ReportFormat },
): Promise<File> {
  const { report, name } = await readReport(ctx, actor, order)
  const { say } = tellIn(order.language)
  await record(ctx, actor, 'report.exported', `wave:${order.id}`, format)
  if (format === 'html') {
    const { toHtml } = await import('../../../report-files/to-html.ts')
    const page = toHtml(report, { language: order.language, tableWord: say('table') })
    return new File([page], `${name}.html`, { type: 'text/html; charset=utf-8' })
  }
  const [{ toPdf }, { onPaper }] = await Promise.all([
    import('../../../pdf/to-pdf.ts'),
    import('../../../report-files/report.ts'),
  ])
  const pageText = (page: number, pages: number) => say('page', { page, pages })
  const pdf = await toPdf(onPaper(report), {
    language: order.language,
    pageText,
    madeAt: ctx.clock.now(),
  })
  return new File([new Uint8Array(pdf)], `${name}.pdf`, { type: 'application/pdf' })
}

/** All that is counted and worked out of a wave already, in the order in which it is read; no responses are. */
export async function readReport(
  ctx: Context,
  actor: StaffMember,
  order: ReportOrder,
  shared: SharedOrder | null = null,
): Promise<{ report: Report; name: string }> {
  const { id, regionId, confidence, language } = order
  const asked = order.parts ?? REPORT_PARTS
  const { parts, columns, findings } = shared
    ? outlineOf({ parts: asked, hidden: shared.hidden })
    : { parts: asked, columns: REPORT_COLUMNS, findings: FINDING_KINDS }
  const minimumCell = shared ? SHARED_MINIMUM_CELL : undefined
  const of = { id, regionId, confidence, minimumCell }
  const tell = tellIn(language)
  const { say, percent } = tell
  const view = await readScoreboard(ctx, actor, of)
  const [organisation, regions, { scoreParts, trendParts }, others] = await Promise.all([
    readOrganisation(ctx),
    listRegions(ctx),
    // They bring the charts, which few starts need.
    import('../../../report-files/score-parts.ts'),
    import('../../../report-files/other-parts.ts'),
  ])
  const enough = view.responses !== null && view.responses >= view.minimumCell
  // What counts everybody says nothing of one region, and what counts some regions nothing of everybody.
  const everybody = regionId === undefined
  const tellsCoverage = shared === null || (await mayShareCoverage(ctx, actor, { id, regionId }))
  const sections: Record<ReportPartName, () => Promise<ReportPart[]>> = {
    findings: async () => {
      const found = await readFindings(ctx, actor, of)
      const told = found.filter(({ kind }) => findings.includes(kind) && (kind !== 'silent' || tellsCoverage))
      // That nothing stands out is true only of everything that was looked at.
      if (told.length === 0 && (found.length > 0 || findings.length < FINDING_KINDS.length)) return []
      return others.findingParts(told, view, tell, columns)
    },
    trends: async () => trendParts(quartersUpTo(await readHistory(ctx, actor, of), view), tell, columns),
    drivers: async () =>
      others.driverParts(await readDrivers(ctx, actor, { id, regionId, minimumCell }), tell, columns),
    comments: async () =>
      others.commentParts(
        minimumCell === undefined
          ? await readComments(ctx, actor, { id, regionId, quotable: 'yes', limit: QUOTED })
          : await readQuotes(ctx, actor, { id, regionId, limit: QUOTED, minimumCell }),
        tell,
      ),
    coverage: async () => {
      if (everybody && actor.regions !== 'all') return []
      if (!tellsCoverage) return others.coverageFewParts(tell)
      const { items } = await readCoverage(ctx, actor, id)
      // A blind survey's accounts are not known.
      if (items.every(({ accounts }) => accounts.asked === 0)) return []
      return others.coverageParts(
        { items: items.filter(item => everybody || item.regionId === regionId) },
        tell,
      )
    },
    quality: async () =>
      everybody ? others.qualityParts(await readQuality(ctx, actor, id, { minimumCell }), tell) : [],
  }
  const where = <T>(column: ReportColumn, fact: T): T[] => (columns.includes(column) ? [fact] : [])
  const written = async (part: ReportPartName) => (parts.includes(part) ? sections[part]() : [])
  const quarter = formatQuarter(view.quarter)
  return {
    name: say('file', { quarter }),
    report: {
      title: say('title', { quarter }),
      facts: [
        {
          label: say('region'),
          value: regions.find(({ _id }) => _id === regionId)?.name ?? say('allRegions'),
        },
        ...where('n', {
          label: say('answers'),
          value: enough ? answersText(view, tell) : say('answersFew', { minimum: view.minimumCell }),
        }),
        ...where('interval', { label: say('confidence'), value: percent(view.confidence) }),
        { label: say('made'), value: momentText(ctx.clock.now(), organisation.zone, language) },
      ],
      parts: [
        ...(await written('findings')),
        ...scoreParts(view, tell, columns),
        ...(await written('trends')),
        ...(await written('drivers')),
        ...(await written('comments')),
        ...(await written('coverage')),
        ...(await written('quality')),
        ...others.methodParts(view, tell, columns),
      ],
    },
  }
}

/** Whom a blind survey asked is not known here. */
function answersText({ responses, invited }: ScoreboardView, { say, whole }: Tell): string {
  const counted = whole(responses ?? 0)
  return invited > 0 ? say('answersOf', { responses: counted, invited: whole(invited) }) : counted
}

/** What other regions would tell by subtraction counts too, whoever may see them. */
async function mayShareCoverage(
  ctx: Context,
  actor: StaffMember,
  { id, regionId }: { id: string; regionId?: string | undefined },
): Promise<boolean> {
  const { items } = await readCoverage(ctx, { ...actor, regions: 'all' }, id)
  const minimumCell = await minimumCellOf(ctx, SHARED_MINIMUM_CELL)
  return mayTellCoverage({ items, regionId, minimumCell })
}
