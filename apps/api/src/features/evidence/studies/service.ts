import type { StaffMember } from '@sixfold/contract/staff'
import type { Study, StudyHead } from '@sixfold/contract/studies'
import { factorIndex } from '@sixfold/domain/factor-model'
import { can } from '@sixfold/domain/permissions'
import type { StudyState, TestSheet } from '@sixfold/domain/studies/study'
import { mayBecome, triedBy } from '@sixfold/domain/studies/study'
import { studyResult } from '@sixfold/domain/studies/study-scores'
import { findMember, findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { sourceOf } from '../../customers/accounts/service.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { competitorsById, namesOfProduct } from '../competitors/service.ts'
import { codingModel } from '../deals/service.ts'
import type { SheetRow, StudyFields, StudyRow } from '../study-records/service.ts'
import {
  findSheets,
  findStudies,
  findStudy,
  insertStudy,
  saveSheet,
  updateStudy,
} from '../study-records/service.ts'

/** The study, if the person may do this to it; an unknown one and a foreign one look the same. */
export async function visibleStudy(
  ctx: Context,
  actor: StaffMember,
  id: string,
  action: 'study.read' | 'study.edit' = 'study.read',
): Promise<StudyRow> {
  const row = await findStudy(ctx, id)
  if (!row || !can(actor, action, row)) throw new AppError('not_found')
  return row
}

/** Studies about the caller's regions, and about the whole market. */
export async function listStudies(
  ctx: Context,
  actor: StaffMember,
  search: { competitorId?: string | undefined; state?: StudyState | undefined },
): Promise<{ items: StudyHead[] }> {
  if (!can(actor, 'study.read')) throw new AppError('not_found')
  const regionIds = actor.regions === 'all' ? null : actor.regions
  const rows = await findStudies(ctx, { ...search, regionIds })
  return { items: await describeHeads(ctx, rows) }
}

export async function readStudy(ctx: Context, actor: StaffMember, id: string): Promise<Study> {
  return describeStudy(ctx, actor, await visibleStudy(ctx, actor, id))
}

export async function createStudy(ctx: Context, actor: StaffMember, fields: StudyFields): Promise<Study> {
  if (!can(actor, 'study.edit', fields)) throw new AppError('not_found')
  await checkParts(ctx, fields, codingModel())
  const row = await insertStudy(ctx, { ...fields, model: codingModel(), createdBy: sourceOf(actor) })
  await record(ctx, actor, 'study.created', `study:${row._id}`, row.title)
  return describeStudy(ctx, actor, row)
}

export interface StudyChange {
  id: string
  revision: number
  changes: { [Field in keyof StudyFields]?: StudyFields[Field] | undefined }
}

export async function changeStudy(
  ctx: Context,
  actor: StaffMember,
  { id, revision, changes }: StudyChange,
): Promise<Study> {
  const stored = await visibleStudy(ctx, actor, id, 'study.edit')
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  const after: StudyRow = { ...stored, ...Object.fromEntries(given) }
  if (!can(actor, 'study.edit', after)) throw new AppError('not_found')
  await checkParts(ctx, after, stored.model)
  if (stored.revision !== revision) throw await conflict(ctx, actor, stored)
  const row = await updateStudy(ctx, stored, Object.fromEntries(given))
  if (!row) throw await conflict(ctx, actor, await visibleStudy(ctx, actor, id))
  await record(ctx, actor, 'study.changed', `study:${id}`, given.map(([field]) => field).join(', '))
  return describeStudy(ctx, actor, row)
}

export async function setStudyState(
  ctx: Context,
  actor: StaffMember,
  { id, revision, state }: { id: string; revision: number; state: StudyState },
): Promise<Study> {
  const stored = await visibleStudy(ctx, actor, id, 'study.edit')
  if (stored.revision !== revision) throw await conflict(ctx, actor, stored)
  if (!mayBecome(stored.state, state)) throw new AppError('wrong_state')
  if (state === 'running' && stored.criteria.length === 0) throw new AppError('wrong_state')
  const row = await updateStudy(ctx, stored, {
    state,
    finishedAt: state === 'finished' ? ctx.clock.now() : null,
  })
  if (!row) throw await conflict(ctx, actor, await visibleStudy(ctx, actor, id))
  await record(ctx, actor, `study.${state}`, `study:${id}`)
  return describeStudy(ctx, actor, row)
}

/** A tester gives the own points; those of others are no business of theirs. */
export async function scoreStudy(
  ctx: Context,
  actor: StaffMember,
  { id, revision, sheet, note }: { id: string; revision: number; sheet: TestSheet; note: string },
): Promise<Study> {
  const study = await visibleStudy(ctx, actor, id)
  if (!study.testerIds.includes(actor.id) || study.state !== 'running') throw new AppError('wrong_state')
  const known = new Set(study.criteria.map(criterion => criterion.id))
  if (Object.keys(sheet).some(criterion => !known.has(criterion))) throw new AppError('wrong_state')
  const row = await saveSheet(ctx, { studyId: id, memberId: actor.id }, revision, { sheet, note })
  if (!row) throw await conflict(ctx, actor, study)
  await record(ctx, actor, 'study.tested', `study:${id}`)
  return describeStudy(ctx, actor, study)
}

/** What a study names must be there, and its criteria and findings be of the factors of its model. */
async function checkParts(ctx: Context, fields: StudyFields, model: StudyRow['model']): Promise<void> {
  const { competitorId, rivalProductId, rivalVersionId, oursId, regionId, criteria, findings } = fields
  const [competitors, factorModel, products, regions] = await Promise.all([
    competitorsById(ctx, [competitorId]),
    findFactorModel(ctx, model),
    findProductsById(ctx, oursId === null ? [] : [oursId]),
    listRegions(ctx),
  ])
  const product = competitors.get(competitorId)?.products.find(({ id }) => id === rivalProductId)
  const isVersion = rivalVersionId === null || product?.versions.some(({ id }) => id === rivalVersionId)
  const isRegion = regionId === null || regions.some(({ _id }) => _id === regionId)
  if (!product || !isVersion || !isRegion || !factorModel) throw new AppError('not_found')
  if (oursId !== null && products.length === 0) throw new AppError('not_found')
  const factors = new Set(factorModel.factors.map(({ key }) => key))
  const named = [...criteria, ...findings].flatMap(({ factor }) => factor ?? [])
  const ids = criteria.map(({ id }) => id)
  if (named.some(factor => !factors.has(factor)) || new Set(ids).size < ids.length)
    throw new AppError('invalid_input')
  for (const testerId of new Set(fields.testerIds)) {
    const tester = await findMember(ctx, testerId)
    if (!tester || !can(tester, 'study.read', { regionId })) throw new AppError('not_found')
  }
}

export async function conflict(ctx: Context, actor: StaffMember, row: StudyRow): Promise<AppError> {
  return new AppError('revision_conflict', { data: { current: await describeStudy(ctx, actor, row) } })
}

async function describeHeads(ctx: Context, rows: readonly StudyRow[]): Promise<StudyHead[]> {
  const [competitors, products, sheets] = await Promise.all([
    competitorsById(
      ctx,
      rows.map(({ competitorId }) => competitorId),
    ),
    findProductsById(
      ctx,
      rows.flatMap(({ oursId }) => oursId ?? []),
    ),
    findSheets(
      ctx,
      rows.map(({ _id }) => _id),
    ),
  ])
  return rows.map(row => {
    const competitor = competitors.get(row.competitorId)
    const names = namesOfProduct(competitor, row.rivalProductId, row.rivalVersionId)
    const own = sheets.filter(({ studyId }) => studyId === row._id)
    return {
      id: row._id,
      title: row.title,
      state: row.state,
      competitorId: row.competitorId,
      competitorName: competitor?.name ?? '',
      rivalProductName: names.product,
      rivalVersionName: names.version,
      oursName: products.find(({ _id }) => _id === row.oursId)?.name ?? '',
      regionId: row.regionId,
      testers: row.testerIds.length,
      done: own.filter(({ memberId, sheet }) => row.testerIds.includes(memberId) && isDone(row, sheet))
        .length,
      finishedAt: row.finishedAt?.toISOString() ?? null,
      updatedAt: row.updatedAt.toISOString(),
    }
  })
}

const isDone = ({ criteria }: StudyRow, sheet: TestSheet) => triedBy(criteria, sheet) === criteria.length

export async function describeStudy(ctx: Context, actor: StaffMember, row: StudyRow): Promise<Study> {
  const [[head], model, sheets, members] = await Promise.all([
    describeHeads(ctx, [row]),
    findFactorModel(ctx, row.model),
    findSheets(ctx, [row._id]),
    findMembers(ctx),
  ])
  if (!head || !model) throw new AppError('not_found')
  const names = new Map(members.map(({ id, name }) => [id, name]))
  // Points of somebody who is no tester any more stay in what was found.
  const testers = [...new Set([...row.testerIds, ...sheets.map(({ memberId }) => memberId)])]
  const sheetOf = new Map(sheets.map(sheet => [sheet.memberId, sheet]))
  const { _id: _i, createdAt: _a, createdBy: _b, finishedAt: _f, updatedAt: _u, files, ...rest } = row
  const own = sheetOf.get(actor.id)
  const seesResult = showsResult(actor, row, own)
  return {
    ...rest,
    ...head,
    factors: model.factors.map(({ key, name }) => ({ key, name, index: factorIndex(model, key) })),
    people: testers.map(id => ({
      id,
      name: names.get(id) ?? '',
      tried: triedBy(row.criteria, sheetOf.get(id)?.sheet ?? {}),
      at: sheetOf.get(id)?.at.toISOString() ?? null,
    })),
    own: row.testerIds.includes(actor.id)
      ? { sheet: own?.sheet ?? {}, note: own?.note ?? '', revision: own?.revision ?? 0 }
      : null,
    result: seesResult
      ? studyResult({ criteria: row.criteria, sheets: sheets.map(({ sheet }) => sheet) })
      : null,
    notes: seesResult
      ? sheets.flatMap(({ memberId, note }) => (note ? [{ name: names.get(memberId) ?? '', note }] : []))
      : [],
    files: files.map(({ at, ...file }) => ({ ...file, at: at.toISOString() })),
    editable: can(actor, 'study.edit', row),
  }
}

/** Whoever still tests a product is not told what others found. */
function showsResult(actor: StaffMember, row: StudyRow, own: SheetRow | undefined): boolean {
  const tests = row.state === 'running' && row.testerIds.includes(actor.id)
  return !tests || isDone(row, own?.sheet ?? {})
}
