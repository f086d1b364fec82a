import type { CommentTag } from '@sixfold/contract/comments'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import type { CommentTagRow } from './store.ts'
import { deleteTag, findTag, findTags, insertTag, updateTag } from './store.ts'

export type { CommentTagRow } from './store.ts'
export { findTag, findTags } from './store.ts'

/** Each is counted where comments are shown. */
const MOST_TAGS = 40

export async function listTags(ctx: Context, actor: StaffMember): Promise<{ items: CommentTag[] }> {
  if (!can(actor, 'comment.read')) throw new AppError('not_found')
  return { items: (await findTags(ctx)).map(toTag) }
}

export async function addTag(
  ctx: Context,
  actor: StaffMember,
  input: Pick<CommentTag, 'name' | 'rule'>,
): Promise<CommentTag> {
  requireRight(actor)
  if ((await findTags(ctx)).length >= MOST_TAGS) throw new AppError('wrong_state')
  const row = await insertTag(ctx, input)
  if (!row) throw new AppError('already_exists')
  await record(ctx, actor, 'comment-tag.added', `comment-tag:${row._id}`, row.name)
  return toTag(row)
}

export async function changeTag(
  ctx: Context,
  actor: StaffMember,
  { tagId, ...change }: Pick<CommentTag, 'name' | 'rule' | 'revision'> & { tagId: string },
): Promise<CommentTag> {
  requireRight(actor)
  const row = await updateTag(ctx, { _id: tagId, ...change })
  if (row === 'taken') throw new AppError('already_exists')
  if (row === 'gone') throw new AppError((await findTag(ctx, tagId)) ? 'revision_conflict' : 'not_found')
  await record(ctx, actor, 'comment-tag.changed', `comment-tag:${tagId}`, row.name)
  return toTag(row)
}

export async function removeTag(ctx: Context, actor: StaffMember, tagId: string): Promise<void> {
  requireRight(actor)
  const row = await findTag(ctx, tagId)
  if (!row || !(await deleteTag(ctx, tagId))) throw new AppError('not_found')
  await record(ctx, actor, 'comment-tag.removed', `comment-tag:${tagId}`, row.name)
}

/** Tags are the whole house's. */
function requireRight(actor: StaffMember): void {
  if (!can(actor, 'comment.tag', { regionId: null })) throw new AppError('not_found')
}

function toTag({ _id: id, name, rule, revision }: CommentTagRow): CommentTag {
  return { id, name, rule, revision }
}
