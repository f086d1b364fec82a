import type { ReportFormat, ReportPartName } from '@sixfold/contract/reports'
import { REPORT_PARTS } from '@sixfold/contract/reports'
import type { StaffMember } from '@sixfold/contract/staff'
import type { ConfidenceLevel } from '@sixfold/contract/waves'
import type { UiLanguage } from '@sixfold/contract/words'
import { compareQuarters, formatQuarter } from '@sixfold/domain/quarter'
import type { Context } from '../../context.ts'
import { momentText } from '../../mails/event-times.ts'
import type { Report, ReportPart } from '../../report-files/report.ts'
import { tellIn } from '../../report-files/tell.ts'
import { record } from '../audit/service.ts'
import { readComments } from '../comments/service.ts'
import { readDrivers } from '../driver-reports/service.ts'
import { readFindings } from '../findings/service.ts'
import { listRegions, readOrganisation } from '../organisation/service.ts'
import { readQuality } from '../response-quality/service.ts'
import { readHistory, readScoreboard } from '../scoreboards/service.ts'
import { readCoverage } from '../waves/service.ts'

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
    const { toHtml } = await import('../../report-files/to-html.ts')
    const page = toHtml(report, { language: order.language, tableWord: say('table') })
    return new File([page], `${name}.html`, { type: 'text/html; charset=utf-8' })
  }
  const [{ toPdf }, { withoutDrawings }] = await Promise.all([
    import('../../pdf/to-pdf.ts'),
    import('../../report-files/report.ts'),
  ])
  const pageText = (page: number, pages: number) => say('page', { page, pages })
  const pdf = await toPdf(withoutDrawings(report), {
    language: order.language,
    pageText,
    madeAt: ctx.clock.now(),
  })
  return new File([new Uint8Array(pdf)], `${name}.pdf`, { type: 'application/pdf' })
}

/** All that is counted and worked out of a wave already, in the order in which it is read; no responses are. */
async function readReport(
  ctx: Context,
  actor: StaffMember,
  order: ReportOrder,
): Promise<{ report: Report; name: string }> {
  const { id, regionId, confidence, language, parts = REPORT_PARTS } = order
  const of = { id, regionId, confidence }
  const tell = tellIn(language)
  const { say, whole } = tell
  const view = await readScoreboard(ctx, actor, of)
  const [organisation, regions, { scoreParts, trendParts }, others] = await Promise.all([
    readOrganisation(ctx),
    listRegions(ctx),
    // They bring the charts, which few starts need.
    import('../../report-files/score-parts.ts'),
    import('../../report-files/other-parts.ts'),
  ])
  const enough = view.responses !== null && view.responses >= view.minimumCell
  // What counts everybody says nothing of one region, and what counts some regions nothing of everybody.
  const everybody = regionId === undefined
  const sections: Record<ReportPartName, () => Promise<ReportPart[]>> = {
    findings: async () => others.findingParts(await readFindings(ctx, actor, of), view, tell),
    trends: async () => {
      const history = await readHistory(ctx, actor, of)
      const earlier = history.filter(({ quarter }) => compareQuarters(quarter, view.quarter) < 0)
      return trendParts([...earlier, view], tell)
    },
    drivers: async () => others.driverParts(await readDrivers(ctx, actor, { id, regionId }), tell),
    comments: async () =>
      others.commentParts(
        await readComments(ctx, actor, { id, regionId, quotable: 'yes', limit: QUOTED }),
        tell,
      ),
    coverage: async () => {
      if (everybody && actor.regions !== 'all') return []
      const { items } = await readCoverage(ctx, actor, id)
      return others.coverageParts(
        { items: items.filter(item => everybody || item.regionId === regionId) },
        tell,
      )
    },
    quality: async () => (everybody ? others.qualityParts(await readQuality(ctx, actor, id), tell) : []),
  }
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
        {
          label: say('answers'),
          value: enough
            ? say('answersOf', { responses: whole(view.responses ?? 0), invited: whole(view.invited) })
            : say('answersFew', { minimum: view.minimumCell }),
        },
        { label: say('confidence'), value: `${whole(100 * view.confidence)} %` },
        { label: say('made'), value: momentText(ctx.clock.now(), organisation.zone, language) },
      ],
      parts: [
        ...(await written('findings')),
        ...scoreParts(view, tell),
        ...(await written('trends')),
        ...(await written('drivers')),
        ...(await written('comments')),
        ...(await written('coverage')),
        ...(await written('quality')),
        ...others.methodParts(view, tell),
      ],
    },
  }
}
