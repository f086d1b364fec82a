import type { LibraryEntry } from '@sixfold/contract/question-library'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { can } from '@sixfold/domain/permissions'
import { questionForLibrary } from '@sixfold/domain/survey/library'
import type { Question } from '@sixfold/domain/survey/question'
import type { StarterQuestion } from '@sixfold/domain/survey/starter/starter-question'
import { starterQuestions } from '@sixfold/domain/survey/starter/starter-questions'
import { textsOfQuestion } from '@sixfold/domain/survey/texts'
import { matchesSearch } from '@sixfold/domain/text/fold'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import type { EntryRow } from './store.ts'
import { deleteEntry, findEntry, insertEntry, listEntries, renameEntry } from './store.ts'

export interface LibraryQuery {
  search?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** The house's own entries by name; after the last of them those that ship with Sixfold. */
export async function listLibrary(
  ctx: Context,
  actor: StaffMember,
  { search, cursor, limit = 50 }: LibraryQuery,
  language: UiLanguage,
) {
  if (!can(actor, 'survey.read', WHOLE_HOUSE)) throw new AppError('not_found')
  const rows = await listEntries(ctx, { search, after: cursor ?? null, limit })
  if (rows.length === limit) return { items: rows.map(toEntry), next: rows.at(-1)?.sortName ?? null }
  const starters = starterQuestions.filter(entry => matchesSearch(wordsOf(entry), search ?? ''))
  return {
    items: [...rows.map(toEntry), ...starters.map(entry => starterEntry(entry, language))],
    next: null,
  }
}

/** Keeps a question in all its languages, without what only its survey knows. */
export async function saveToLibrary(
  ctx: Context,
  actor: StaffMember,
  input: { name: string; question: Question },
): Promise<LibraryEntry> {
  if (!can(actor, 'survey.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  const question = questionForLibrary(input.question)
  const row = await insertEntry(ctx, {
    name: input.name,
    question,
    texts: textsOf(question),
    savedAt: ctx.clock.now(),
    savedBy: actor.name,
  })
  if (!row) throw new AppError('already_exists')
  await record(ctx, actor, 'library.saved', `library:${row._id}`)
  return toEntry(row)
}

export async function renameInLibrary(
  ctx: Context,
  actor: StaffMember,
  { id, name }: { id: string; name: string },
): Promise<LibraryEntry> {
  const entry = await ownEntry(ctx, actor, id)
  const row = await renameEntry(ctx, id, { name, texts: textsOf(entry.question) })
  if (row === 'taken') throw new AppError('already_exists')
  if (!row) throw new AppError('not_found')
  await record(ctx, actor, 'library.renamed', `library:${id}`)
  return toEntry(row)
}

/** Removes an entry; the surveys that took its question over keep it. */
export async function removeFromLibrary(ctx: Context, actor: StaffMember, id: string): Promise<void> {
  await ownEntry(ctx, actor, id)
  if (!(await deleteEntry(ctx, id))) throw new AppError('not_found')
  await record(ctx, actor, 'library.removed', `library:${id}`)
}

/** The library belongs to the whole organisation. */
const WHOLE_HOUSE = { regionId: null }

async function ownEntry(ctx: Context, actor: StaffMember, id: string): Promise<EntryRow> {
  if (!can(actor, 'survey.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  const row = await findEntry(ctx, id)
  if (row) return row
  throw new AppError(starterQuestions.some(entry => entry.id === id) ? 'wrong_state' : 'not_found')
}

function textsOf(question: Question): string[] {
  return textsOfQuestion('', question).flatMap(({ text }) => Object.values(text))
}

function wordsOf({ name, question }: StarterQuestion): string {
  return [...Object.values(name), ...textsOf(question)].join(' ')
}

function toEntry({ _id, name, question, savedAt, savedBy }: EntryRow): LibraryEntry {
  return { id: _id, name, origin: 'own', question, savedAt: savedAt.toISOString(), savedBy }
}

function starterEntry({ id, name, question }: StarterQuestion, language: UiLanguage): LibraryEntry {
  return { id, name: name[language] ?? id, origin: 'starter', question, savedAt: null, savedBy: null }
}
