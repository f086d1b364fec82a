import { z } from 'zod'
import { cursorInput, id, instant, listOf, staffProcedure } from './common.ts'
import { question } from './questions.ts'

/** What an entry of the question library is called; two names that read alike are one. */
export const libraryName = z.string().trim().min(1).max(100)

export const libraryEntry = z.strictObject({
  id,
  name: z.string(),
  /** `starter`: ships with Sixfold and stays as it is. `own`: the house's. */
  origin: z.enum(['starter', 'own']),
  question,
  savedAt: instant.nullable(),
  savedBy: z.string().nullable(),
})
export type LibraryEntry = z.infer<typeof libraryEntry>

export const questionLibrary = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/question-library',
      tags: ['surveys'],
      summary: 'Questions to use again: own ones by name, then those that ship with Sixfold',
    })
    .input(z.strictObject({ search: z.string().trim().max(120).optional(), ...cursorInput }))
    .output(listOf(libraryEntry)),
  save: staffProcedure('already_exists')
    .route({
      method: 'POST',
      path: '/question-library',
      tags: ['surveys'],
      summary: 'Keep a question in all its languages',
    })
    .input(z.strictObject({ name: libraryName, question }))
    .output(libraryEntry),
  rename: staffProcedure('already_exists', 'wrong_state')
    .route({
      method: 'PATCH',
      path: '/question-library/{id}',
      tags: ['surveys'],
      summary: 'Give an own entry another name',
    })
    .input(z.strictObject({ id, name: libraryName }))
    .output(libraryEntry),
  remove: staffProcedure('wrong_state')
    .route({
      method: 'DELETE',
      path: '/question-library/{id}',
      tags: ['surveys'],
      summary: 'Remove an own entry; surveys that use its question keep it',
    })
    .input(z.strictObject({ id })),
}
