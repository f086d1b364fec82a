import { readPhone } from '@sixfold/domain/contact-points'
import { channels } from '@sixfold/domain/contact-policy'
import { readCountry } from '@sixfold/domain/customers/import-values'
import { SENIORITIES } from '@sixfold/domain/survey/plan'
import { singleLine } from '@sixfold/domain/text/single-line'
import { z } from 'zod'
import {
  cursorInput,
  emailAddress,
  id,
  instant,
  language,
  listOf,
  staffProcedure,
  timeZone,
} from './common.ts'
import { regionScope } from './staff.ts'

export const accountKind = z.enum(['existing', 'prospect', 'former'])
export const seniority = z.enum([...SENIORITIES, ''])
export const channel = z.enum(channels)

/** Where the value of a field comes from. `by`: the colleague's name, where it was one. */
export const fieldOrigin = z.strictObject({
  source: z.string(),
  by: z.string().nullable(),
  at: instant,
  verifiedAt: instant.nullable(),
})
export type FieldOrigin = z.infer<typeof fieldOrigin>

/** A value that cannot be true, with who says it. */
export const fieldMark = z.strictObject({
  field: z.string(),
  code: z.string(),
  value: z.string(),
  source: z.string(),
})
export type FieldMark = z.infer<typeof fieldMark>

const kept = {
  /** By field; a field that nobody ever gave is absent. */
  provenance: z.record(z.string(), fieldOrigin),
  marks: z.array(fieldMark),
}

/** An id of another system; empty: the product's own will do. */
const externalId = z.string().trim().max(100)
const website = z
  .string()
  .trim()
  .max(300)
  .refine(text => text === '' || z.url({ protocol: /^https?$/ }).safeParse(text).success)
/** One line without marks that nobody sees. */
const line = () => z.string().overwrite(singleLine)
const phone = z.stringFormat('phone', text => readPhone(text).ok).nullable()
const country = z.stringFormat('country', text => readCountry(text).ok)

/** What staff may say of an account. */
export const accountFields = z.strictObject({
  name: line().min(1).max(200),
  kind: accountKind,
  regionId: id,
  segment: line().max(60),
  annualRevenue: z.number().min(0).max(1e17).nullable(),
  /** Employees. */
  size: z.int().min(0).max(10_000_000).nullable(),
  /** The last month of the fiscal year, 1 to 12. */
  fiscalYearEnds: z.int().min(1).max(12).nullable(),
  /** The member of staff who looks after it. */
  ownerId: id.nullable(),
  website,
})
export type AccountFields = z.infer<typeof accountFields>
export const accountField = accountFields.keyof()

/** What staff may say of a contact. */
export const contactFields = z.strictObject({
  name: line().min(1).max(120),
  email: emailAddress.toLowerCase(),
  phone,
  role: line().max(120),
  seniority,
  /** Those the person reads; letters come in the first. */
  languages: z.array(language).min(1).max(10),
  /** How the person may be reached, the preferred way first. */
  channels: z.array(channel).max(channels.length),
  country,
  zone: timeZone,
})
export type ContactFields = z.infer<typeof contactFields>
export const contactField = contactFields.keyof()

export const account = z.strictObject({
  id,
  externalId: z.string(),
  name: z.string(),
  kind: accountKind,
  regionId: id,
  segment: z.string(),
  annualRevenue: z.number().nullable(),
  size: z.int().nullable(),
  fiscalYearEnds: z.int().nullable(),
  ownerId: id.nullable(),
  ownerName: z.string(),
  website: z.string(),
  revision: z.int(),
  contacts: z.int(),
})
export type Account = z.infer<typeof account>

export const accountRecord = account.extend(kept)
export type AccountRecord = z.infer<typeof accountRecord>

export const contact = z.strictObject({
  id,
  externalId: z.string(),
  accountId: id,
  accountName: z.string(),
  regionId: id,
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  role: z.string(),
  seniority,
  executive: z.boolean(),
  language: z.string(),
  zone: z.string(),
  optedOut: z.boolean(),
})
export type Contact = z.infer<typeof contact>

export const contactRecord = contact.extend({
  languages: z.array(z.string()),
  channels: z.array(channel),
  country: z.string(),
  revision: z.int(),
  ...kept,
})
export type ContactRecord = z.infer<typeof contactRecord>

/** The `data` of a `revision_conflict`: what stands now, beside what the caller tried to save. */
export const accountConflictData = z.strictObject({ current: accountRecord })
export const contactConflictData = z.strictObject({ current: contactRecord })

const search = z.string().trim().max(120).optional()

/** Changes name the revision that the caller saw. `verified`: fields that are true as they stand, by today's word. */
const accountChange = z.strictObject({
  id,
  revision: z.int().min(1),
  changes: accountFields.partial(),
  verified: z.array(accountField).max(20).optional(),
})
const contactChange = z.strictObject({
  id,
  revision: z.int().min(1),
  changes: contactFields.partial(),
  verified: z.array(contactField).max(20).optional(),
})

export const customers = {
  listAccounts: staffProcedure()
    .route({
      method: 'GET',
      path: '/accounts',
      tags: ['customers'],
      summary: 'Accounts of the regions one may see',
    })
    .input(
      z.strictObject({
        regionId: id.optional(),
        /** The id that another system has for it. */
        externalId: z.string().max(100).optional(),
        kind: accountKind.optional(),
        segment: z.string().max(60).optional(),
        /** `none`: accounts that nobody looks after. */
        ownerId: id.optional(),
        search,
        ...cursorInput,
      }),
    )
    .output(listOf(account)),
  accountChoices: staffProcedure()
    .route({
      method: 'GET',
      path: '/account-choices',
      tags: ['customers'],
      summary: 'Segments there are, and colleagues who can look after accounts',
    })
    .output(
      z.strictObject({
        segments: z.array(z.string()),
        owners: z.array(z.strictObject({ id, name: z.string(), regions: regionScope })),
      }),
    ),
  getAccount: staffProcedure()
    .route({ method: 'GET', path: '/accounts/{id}', tags: ['customers'], summary: 'One account' })
    .input(z.strictObject({ id }))
    .output(accountRecord),
  createAccount: staffProcedure('already_exists')
    .route({ method: 'POST', path: '/accounts', tags: ['customers'], summary: 'Add an account' })
    .input(accountFields.extend({ externalId }))
    .output(accountRecord),
  changeAccount: staffProcedure('revision_conflict')
    .route({
      method: 'PATCH',
      path: '/accounts/{id}',
      tags: ['customers'],
      summary: 'Change an account; its people and what it bought move with it to another region',
    })
    .input(accountChange)
    .output(accountRecord),
  getContact: staffProcedure()
    .route({ method: 'GET', path: '/contacts/{id}', tags: ['customers'], summary: 'One contact' })
    .input(z.strictObject({ id }))
    .output(contactRecord),
  listContacts: staffProcedure()
    .route({
      method: 'GET',
      path: '/contacts',
      tags: ['customers'],
      summary: 'Contacts of the regions one may see',
    })
    .input(
      z.strictObject({
        regionId: id.optional(),
        /** The id that another system has for the person. */
        externalId: z.string().max(100).optional(),
        accountId: id.optional(),
        /** Of accounts of this kind only. */
        kind: accountKind.optional(),
        seniority: z.enum(SENIORITIES).optional(),
        search,
        ...cursorInput,
      }),
    )
    .output(listOf(contact)),
  createContact: staffProcedure('already_exists')
    .route({ method: 'POST', path: '/contacts', tags: ['customers'], summary: 'Add a person to an account' })
    .input(contactFields.extend({ accountId: id, externalId }))
    .output(contactRecord),
  changeContact: staffProcedure('revision_conflict', 'already_exists')
    .route({
      method: 'PATCH',
      path: '/contacts/{id}',
      tags: ['customers'],
      summary: 'Change a contact, or note that fields are true as they stand',
    })
    .input(contactChange)
    .output(contactRecord),
}
