import { DATA_REQUEST_KINDS } from '@sixfold/domain/data-requests/states'
import { TASK_KINDS, TASK_OUTCOMES } from '@sixfold/domain/tasks'
import { z } from 'zod'
import { cursorInput, id, instant, listOf, staffProcedure } from './common.ts'

export const taskState = z.enum(['open', 'done'])
export const taskKind = z.enum(TASK_KINDS)
export const taskOutcome = z.enum([...new Set(TASK_KINDS.flatMap(kind => TASK_OUTCOMES[kind]))])
/** Where an action was agreed on. */
export const actionAbout = z.enum(['round_table', 'requirement'])
export const taskNote = z.string().trim().max(1000)

export const task = z.strictObject({
  id,
  kind: taskKind,
  state: taskState,
  /** Null: an action that is about no account. */
  accountId: id.nullable(),
  accountName: z.string(),
  /** Null: it is about the account as a whole. */
  contactId: id.nullable(),
  contactName: z.string(),
  waveId: id.nullable(),
  waveName: z.string(),
  regionId: id,
  /** Null: nobody looks after the account. */
  ownerId: id.nullable(),
  ownerName: z.string(),
  /** The call request that it is about, and of other kinds nothing. */
  aboutId: id.nullable(),
  /** Of an action: what `aboutId` names; of other kinds null. */
  aboutKind: actionAbout.nullable(),
  /** What is to be done, of an action; of other kinds ''. */
  text: z.string(),
  /** What a data request asks; of other kinds, and of tasks from before it was noted, null. */
  requestKind: z.enum(DATA_REQUEST_KINDS).nullable(),
  /** The address that mail came back from, of a bounce; how many were asked, of a silence. */
  address: z.string(),
  asked: z.int().nullable(),
  openedAt: instant,
  dueAt: instant,
  outcome: taskOutcome.nullable(),
  note: z.string(),
  closedAt: instant.nullable(),
  closedBy: z.string(),
})
export type Task = z.infer<typeof task>

/** `me`: the caller's own; `nobody`: of accounts without an owner; `all`: of the regions that the caller may see. */
export const taskOwners = z.enum(['me', 'nobody', 'all'])

export const tasks = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/tasks',
      tags: ['customers'],
      summary: 'What is to look after: open tasks by what is due first, done ones by the latest',
    })
    .input(
      z.strictObject({
        of: taskOwners.optional(),
        state: taskState.optional(),
        kind: taskKind.optional(),
        regionId: id.optional(),
        accountId: id.optional(),
        ...cursorInput,
      }),
    )
    .output(listOf(task)),
  count: staffProcedure()
    .route({
      method: 'GET',
      path: '/tasks/count',
      tags: ['customers'],
      summary: 'How many open tasks the caller has',
    })
    .output(z.strictObject({ mine: z.int() })),
  close: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/tasks/{id}/close',
      tags: ['customers'],
      summary: 'Say how a task ended',
    })
    .input(z.strictObject({ id, outcome: taskOutcome, note: taskNote.optional() }))
    .output(task),
  reopen: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/tasks/{id}/reopen',
      tags: ['customers'],
      summary: 'Take a task up again',
    })
    .input(z.strictObject({ id }))
    .output(task),
  assign: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/tasks/{id}/owner',
      tags: ['customers'],
      summary: 'Give an open task to a colleague who may work in its region',
    })
    .input(z.strictObject({ id, ownerId: id.nullable() }))
    .output(task),
}
