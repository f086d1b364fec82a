import type { StaffMember } from '@sixfold/contract/staff'
import type { Study } from '@sixfold/contract/studies'
import { STUDY_LIMITS } from '@sixfold/domain/studies/study'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { dropAttached, keepAttached, readAttached, storeAttached } from '../../house/files/service.ts'
import { describeStudy, visibleStudy } from '../studies/service.ts'
import type { StudyRow } from '../study-records/service.ts'
import { updateStudy } from '../study-records/service.ts'

/** Each lost round means that somebody else wrote the study. */
const MOST_ROUNDS = 50

/** Keeps a file as evidence. Testers may add files, too; the same file given twice is one. */
export async function addStudyFile(
  ctx: Context,
  actor: StaffMember,
  { id, file, note = '' }: { id: string; file: File; note?: string | undefined },
): Promise<Study> {
  const study = await openStudy(ctx, actor, id)
  if (study.files.length >= STUDY_LIMITS.files) throw new AppError('wrong_state')
  const { _id, name, bytes } = await storeAttached(ctx, { ...evidenceOf(id), regionId: study.regionId }, file)
  // First: after a crash a file that nobody needs may stay, but none that the study names may go.
  await keepAttached(ctx, evidenceOf(id), [_id])
  const entry = { id: _id, name, bytes, by: actor.name, at: ctx.clock.now(), note }
  const row = await change(ctx, actor, id, files => [...files.filter(one => one.id !== _id), entry])
  await record(ctx, actor, 'study.file-added', `study:${id}`, name)
  return describeStudy(ctx, actor, row)
}

export async function removeStudyFile(
  ctx: Context,
  actor: StaffMember,
  { id, fileId }: { id: string; fileId: string },
): Promise<Study> {
  const study = await openStudy(ctx, actor, id)
  const file = study.files.find(one => one.id === fileId)
  if (!file) throw new AppError('not_found')
  const row = await change(ctx, actor, id, files => files.filter(one => one.id !== fileId))
  await dropAttached(ctx, evidenceOf(id), [fileId])
  await record(ctx, actor, 'study.file-removed', `study:${id}`, file.name)
  return describeStudy(ctx, actor, row)
}

export async function readStudyFile(
  ctx: Context,
  actor: StaffMember,
  { id, fileId }: { id: string; fileId: string },
): Promise<File> {
  await visibleStudy(ctx, actor, id)
  const file = await readAttached(ctx, evidenceOf(id), fileId)
  if (!file) throw new AppError('not_found')
  await record(ctx, actor, 'study.file-read', `study:${id}`, file.name)
  return file
}

/** A study whose evidence the caller may work on: whoever edits it, and its testers. */
async function openStudy(ctx: Context, actor: StaffMember, id: string): Promise<StudyRow> {
  const study = await visibleStudy(ctx, actor, id)
  return study.testerIds.includes(actor.id) ? study : visibleStudy(ctx, actor, id, 'study.edit')
}

async function change(
  ctx: Context,
  actor: StaffMember,
  id: string,
  files: (before: StudyRow['files']) => StudyRow['files'],
): Promise<StudyRow> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const study = await openStudy(ctx, actor, id)
    const row = await updateStudy(ctx, study, { files: files(study.files) })
    if (row) return row
  }
  throw new AppError('unavailable', { retryAfterSeconds: 1 })
}

const evidenceOf = (studyId: string) => ({ kind: 'evidence', of: studyId }) as const
