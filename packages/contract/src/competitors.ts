import { z } from 'zod'
import { id, localDate, staffProcedure } from './common.ts'

const name = z.string().trim().min(1).max(120)
const website = z
  .string()
  .trim()
  .max(300)
  .refine(text => text === '' || z.url({ protocol: /^https?$/ }).safeParse(text).success)
const note = z.string().trim().max(2000)

/** One state of a competitor's product, as it was sold from a day on. */
export const productVersion = z.strictObject({
  id,
  name,
  releasedOn: localDate.nullable(),
  note,
})

export const rivalProduct = z.strictObject({
  id,
  name,
  /** The product of ours that customers compare it with. */
  oursId: id.nullable(),
  versions: z.array(productVersion).max(60),
})
export type RivalProduct = z.infer<typeof rivalProduct>

/** A company that sells what we sell. Customers that compete with each other are `rivalries`. */
export const competitor = z.strictObject({
  id,
  name: z.string(),
  website: z.string(),
  note: z.string(),
  products: z.array(rivalProduct),
  revision: z.int(),
  /** Of the regions that the caller may see. */
  deals: z.int(),
  studies: z.int(),
})
export type Competitor = z.infer<typeof competitor>

const item = competitor.omit({ deals: true, studies: true })

export const competitorFields = z.strictObject({ name, website, note })

export const competitors = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/competitors',
      tags: ['deals'],
      summary: 'Companies that sell what we sell, with their products',
    })
    .output(z.strictObject({ items: z.array(competitor) })),
  create: staffProcedure('already_exists')
    .route({ method: 'POST', path: '/competitors', tags: ['deals'], summary: 'Note a competitor' })
    .input(competitorFields)
    .output(item),
  change: staffProcedure('revision_conflict', 'already_exists', 'wrong_state')
    .route({
      method: 'PATCH',
      path: '/competitors/{id}',
      tags: ['deals'],
      summary: 'Change a competitor and its products; a product or version that studies or deals name stays',
    })
    .input(
      z.strictObject({
        id,
        revision: z.int().min(1),
        ...competitorFields.shape,
        products: z.array(rivalProduct).max(60),
      }),
    )
    .output(item),
}
