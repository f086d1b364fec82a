import { z } from 'zod'
import { id, localDate, staffProcedure } from './common.ts'
import { actionAbout, task } from './tasks.ts'

const about = { aboutKind: actionAbout, aboutId: id }

/** What somebody agreed to do: tasks of their owners, listed where they were agreed on. */
export const actions = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/actions',
      tags: ['requirements'],
      summary: 'What was agreed on at a round table or for a requirement, the earliest due first',
    })
    .input(z.strictObject(about))
    .output(z.strictObject({ items: z.array(task) })),
  note: staffProcedure()
    .route({
      method: 'POST',
      path: '/actions',
      tags: ['requirements'],
      summary: 'Note who does what by when',
    })
    .input(
      z.strictObject({
        ...about,
        text: z.string().trim().min(1).max(1000),
        ownerId: id.nullable(),
        due: localDate,
        /** The block of the minutes that says so: noted again it is the same action. */
        blockId: z.string().min(1).max(80).optional(),
      }),
    )
    .output(task),
}
