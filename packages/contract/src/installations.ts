import { dueKinds } from '@sixfold/domain/due/due-window'
import { z } from 'zod'
import { id, localDate, staffProcedure } from './common.ts'
import { fieldMark, fieldOrigin } from './customers.ts'

const name = z.string().trim().min(1).max(120)
/** An id of another system; empty: the product's own will do. */
const externalId = z.string().trim().max(100)

export const product = z.strictObject({
  id,
  externalId: z.string(),
  name: z.string(),
  revision: z.int(),
})
export type Product = z.infer<typeof product>

/** `bought`: how many the accounts that one may see have. */
const soldProduct = product.extend({ bought: z.int() })

/** The `data` of a `revision_conflict`: what stands now. */
export const productConflictData = z.strictObject({ current: product })

export const productInput = z.strictObject({ name, externalId })

export const products = {
  list: staffProcedure()
    .route({ method: 'GET', path: '/products', tags: ['customers'], summary: 'What the house sells' })
    .output(z.strictObject({ items: z.array(soldProduct) })),
  create: staffProcedure('already_exists')
    .route({ method: 'POST', path: '/products', tags: ['customers'], summary: 'Add a product' })
    .input(productInput)
    .output(product),
  change: staffProcedure('revision_conflict')
    .route({ method: 'PATCH', path: '/products/{id}', tags: ['customers'], summary: 'Rename a product' })
    .input(z.strictObject({ id, revision: z.int().min(1), name }))
    .output(product),
}

/** What staff may say of one thing bought. */
export const installationFields = z.strictObject({
  productId: id,
  /** Whom to ask about it. */
  contactId: id.nullable(),
  purchasedOn: localDate.nullable(),
  installedOn: localDate.nullable(),
})

/** When the house asks about a thing; `state` by today in the account's region. */
export const installationDue = z.strictObject({
  kind: z.enum(dueKinds),
  opens: localDate,
  closes: localDate,
  state: z.enum(['waiting', 'open', 'past']),
})

export const installation = z.strictObject({
  id,
  externalId: z.string(),
  accountId: id,
  ...installationFields.shape,
  productName: z.string(),
  contactName: z.string(),
  due: z.array(installationDue),
  provenance: z.record(z.string(), fieldOrigin),
  marks: z.array(fieldMark),
  revision: z.int(),
})
export type Installation = z.infer<typeof installation>

/** The `data` of a `revision_conflict`: what stands now. */
export const installationConflictData = z.strictObject({ current: installation })

const revision = z.int().min(1)

export const installations = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/installations',
      tags: ['customers'],
      summary: 'What an account bought, the latest first',
    })
    .input(z.strictObject({ accountId: id }))
    .output(z.strictObject({ items: z.array(installation) })),
  create: staffProcedure('already_exists')
    .route({
      method: 'POST',
      path: '/accounts/{accountId}/installations',
      tags: ['customers'],
      summary: 'Note what an account bought',
    })
    .input(installationFields.extend({ accountId: id, externalId }))
    .output(installation),
  change: staffProcedure('revision_conflict')
    .route({
      method: 'PATCH',
      path: '/installations/{id}',
      tags: ['customers'],
      summary: 'Change what is known of a thing bought',
    })
    .input(z.strictObject({ id, revision, changes: installationFields.partial() }))
    .output(installation),
  remove: staffProcedure('revision_conflict')
    .route({
      method: 'DELETE',
      path: '/installations/{id}',
      tags: ['customers'],
      summary: 'Remove a thing that was noted by mistake',
    })
    .input(z.strictObject({ id, revision })),
}
