import type {
  KeptNotice,
  KeptSurveyNotice,
  NoticeContent,
  SurveyNoticeContent,
} from '@sixfold/contract/privacy-notices'
import type { StaffMember } from '@sixfold/contract/staff'
import type { LocalText } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { noticeVersion } from '@sixfold/domain/privacy-notice'
import type { RetentionHistory } from '@sixfold/domain/retention'
import { retentionMonths } from '@sixfold/domain/retention'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { planOf } from '../../surveys/collection-plans/service.ts'
import { surveyDraft } from '../../surveys/surveys/service.ts'
import type { NoticeRow } from './store.ts'
import { findHouseNotice, findHouseNotices, findMonths, findSurveyNotice, insertNotice } from './store.ts'

const WHOLE_HOUSE = { regionId: null }
const HISTORY = 20

const blank: NoticeContent = {
  responsible: '',
  address: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  readers: {},
  basis: null,
  retentionMonths: null,
}
const blankOfSurvey: SurveyNoticeContent = { purpose: {}, basis: null, retentionMonths: null }

/** What whoever answers a survey is told: the house's notice, with what the survey says of itself in its place. */
export interface ShownNotice extends Omit<NoticeContent, 'retentionMonths' | 'basis'>, SurveyNoticeContent {
  version: string
  /** When the later of its parts was kept; null: nobody has written one. */
  since: Date | null
}

const REMEMBERED_MS = 10_000
const remembered = new WeakMap<Context['db'], Map<string, { until: number; notice: ShownNotice }>>()

/** Read for every page and every first answer, so it is remembered for some seconds. */
export async function noticeOf(ctx: Context, surveyId: string): Promise<ShownNotice> {
  const memory = remembered.get(ctx.db) ?? new Map()
  remembered.set(ctx.db, memory)
  const found = memory.get(surveyId)
  if (found && found.until > performance.now()) return found.notice
  const [house, survey, { name }] = await Promise.all([
    findHouseNotice(ctx),
    findSurveyNotice(ctx, surveyId),
    readOrganisation(ctx),
  ])
  const general = house?.content ?? blank
  const own = survey?.content ?? blankOfSurvey
  const saved = [house, survey].flatMap(row => row?.savedAt.getTime() ?? [])
  const notice: ShownNotice = {
    ...general,
    responsible: general.responsible || name,
    purpose: own.purpose,
    basis: own.basis ?? general.basis,
    retentionMonths: retentionMonths({
      house: general.retentionMonths,
      survey: own.retentionMonths,
    }),
    version: noticeVersion({ house: house?.revision ?? 0, survey: survey?.revision ?? 0 }),
    since: saved.length > 0 ? new Date(Math.max(...saved)) : null,
  }
  memory.set(surveyId, { until: performance.now() + REMEMBERED_MS, notice })
  return notice
}

/** The months that every notice promised to whoever answers a survey. */
export async function retentionHistory(ctx: Context, surveyId: string): Promise<RetentionHistory> {
  const rows = await findMonths(ctx, surveyId)
  const months = (own: boolean) =>
    Object.fromEntries(
      rows
        .filter(({ of }) => (of === surveyId) === own)
        .map(({ revision, content }) => [revision, content.retentionMonths]),
    )
  return { house: months(false), survey: months(true) }
}

export async function readNotice(ctx: Context, actor: StaffMember): Promise<KeptNotice> {
  if (!can(actor, 'policy.read', WHOLE_HOUSE)) throw new AppError('not_found')
  return houseNotice(ctx)
}

export async function readNoticeHistory(ctx: Context, actor: StaffMember): Promise<{ items: KeptNotice[] }> {
  if (!can(actor, 'policy.read', WHOLE_HOUSE)) throw new AppError('not_found')
  return { items: (await findHouseNotices(ctx, HISTORY)).map(toKept) }
}

/** Keeps a changed notice as a new one, unless somebody else kept one since the caller looked. */
export async function saveNotice(
  ctx: Context,
  actor: StaffMember,
  { revision, content }: { revision: number; content: NoticeContent },
): Promise<KeptNotice> {
  if (!can(actor, 'policy.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  const before = await findHouseNotice(ctx)
  const kept =
    (before?.revision ?? 0) === revision
      ? await insertNotice(ctx, {
          ...signed(ctx, actor),
          revision: revision + 1,
          content: { ...content, readers: withoutBlanks(content.readers) },
        })
      : null
  if (!kept) throw new AppError('revision_conflict', { data: { current: await houseNotice(ctx) } })
  remembered.delete(ctx.db)
  await record(ctx, actor, 'privacy-notice.saved', 'organisation', `revision ${kept.revision}`)
  return toKept(kept)
}

export async function readSurveyNotice(
  ctx: Context,
  actor: StaffMember,
  surveyId: string,
): Promise<KeptSurveyNotice> {
  if (!can(actor, 'survey.read', WHOLE_HOUSE)) throw new AppError('not_found')
  return surveyNotice(ctx, surveyId)
}

export async function saveSurveyNotice(
  ctx: Context,
  actor: StaffMember,
  { id, revision, content }: { id: string; revision: number; content: SurveyNoticeContent },
): Promise<KeptSurveyNotice> {
  if (!can(actor, 'survey.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  const before = await surveyNotice(ctx, id)
  const kept =
    before.revision === revision
      ? await insertNotice(
          ctx,
          {
            ...signed(ctx, actor),
            revision: revision + 1,
            content: { ...content, purpose: withoutBlanks(content.purpose) },
          },
          id,
        )
      : null
  if (!kept) throw new AppError('revision_conflict', { data: { current: await surveyNotice(ctx, id) } })
  remembered.get(ctx.db)?.delete(id)
  await record(ctx, actor, 'privacy-notice.saved', `survey:${id}`, `revision ${kept.revision}`)
  return surveyNotice(ctx, id)
}

async function houseNotice(ctx: Context): Promise<KeptNotice> {
  const row = await findHouseNotice(ctx)
  return row ? toKept(row) : { revision: 0, content: blank, savedAt: null, savedBy: '' }
}

async function surveyNotice(ctx: Context, surveyId: string): Promise<KeptSurveyNotice> {
  const draft = await surveyDraft(ctx, surveyId)
  if (!draft) throw new AppError('not_found')
  const [row, plan] = await Promise.all([findSurveyNotice(ctx, surveyId), planOf(ctx, surveyId)])
  const { languages, defaultLanguage } = draft.definition
  return {
    surveyId,
    revision: row?.revision ?? 0,
    content: row?.content ?? blankOfSurvey,
    savedAt: row?.savedAt.toISOString() ?? null,
    savedBy: row?.savedBy ?? '',
    languages: [defaultLanguage, ...languages.filter(tag => tag !== defaultLanguage)],
    planned: plan?.content.purpose ?? null,
  }
}

function withoutBlanks(text: LocalText): LocalText {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words.trim() !== ''))
}

const signed = (ctx: Context, { name: savedBy }: StaffMember) => ({ savedAt: ctx.clock.now(), savedBy })

function toKept({ revision, content, savedAt, savedBy }: NoticeRow<NoticeContent>): KeptNotice {
  return { revision, content, savedAt: savedAt.toISOString(), savedBy }
}
