import { SENIORITIES } from '@sixfold/domain/survey/plan'
import { z } from 'zod'
import { cursorInput, id, instant, listOf, staffProcedure } from './common.ts'

export const accountKind = z.enum(['existing', 'prospect', 'former'])

export const account = z.strictObject({
  id,
  externalId: z.string(),
  name: z.string(),
  kind: accountKind,
  regionId: id,
  segment: z.string(),
  annualRevenue: z.number().nullable(),
  /** Employees. */
  size: z.int().nullable(),
  /** The member of staff who looks after it. */
  ownerId: id.nullable(),
  website: z.string(),
  revision: z.int(),
  contacts: z.int(),
})
export type Account = z.infer<typeof account>

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
  seniority: z.enum([...SENIORITIES, '']),
  executive: z.boolean(),
  language: z.string(),
  zone: z.string(),
  optedOut: z.boolean(),
})
export type Contact = z.infer<typeof contact>

const search = z.string().trim().max(120).optional()

export const customers = {
  listAccounts: staffProcedure()
    .route({
      method: 'GET',
      path: '/accounts',
      tags: ['customers'],
      summary: 'Accounts of the regions one may see',
    })
    .input(z.strictObject({ regionId: id.optional(), search, ...cursorInput }))
    .output(listOf(account)),
  getAccount: staffProcedure()
    .route({ method: 'GET', path: '/accounts/{id}', tags: ['customers'], summary: 'One account' })
    .input(z.strictObject({ id }))
    .output(account),
  getContact: staffProcedure()
    .route({ method: 'GET', path: '/contacts/{id}', tags: ['customers'], summary: 'One contact' })
    .input(z.strictObject({ id }))
    .output(contact),
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
        accountId: id.optional(),
        /** Of accounts of this kind only. */
        kind: accountKind.optional(),
        search,
        ...cursorInput,
      }),
    )
    .output(listOf(contact)),
}

export const importFault = z.strictObject({
  line: z.int(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
})

/** Faults of one kind: the same column and reason, and the same value where it can be corrected once for all. */
export const importFaultGroup = z.strictObject({
  column: z.string(),
  value: z.string().nullable(),
  reason: z.string(),
  count: z.int(),
  firstLine: z.int(),
})

export const importState = z.enum(['reading', 'writing', 'refused', 'done', 'cancelled', 'failed'])

/** `refused`: the file has faults and nothing was imported. `faults` holds the first hundred; the rest is in the CSV. */
export const importRun = z.strictObject({
  id,
  kind: z.enum(['customers']),
  fileName: z.string(),
  state: importState,
  skipFaulty: z.boolean(),
  rows: z.int(),
  done: z.int(),
  accountsCreated: z.int(),
  accountsUpdated: z.int(),
  contactsCreated: z.int(),
  contactsUpdated: z.int(),
  faultCount: z.int(),
  faults: z.array(importFault),
  /** The most frequent kinds first. */
  faultGroups: z.array(importFaultGroup),
  /** Rows with faults; what `imports.faultyLines` holds. */
  faultyRows: z.int(),
  createRegions: z.boolean(),
  regionsCreated: z.array(z.string()),
  /** Headings that are no column of ours; their cells were left alone. */
  ignoredColumns: z.array(z.string()),
  startedAt: instant,
  finishedAt: instant.nullable(),
})
export type ImportRun = z.infer<typeof importRun>

/** Forms with a file carry texts only. */
const formFlag = z.union([z.boolean(), z.stringbool()]).optional()

export const imports = {
  start: staffProcedure('unsupported_media_type')
    .route({
      method: 'POST',
      path: '/imports',
      tags: ['customers'],
      summary: 'Import accounts and contacts from a CSV file',
    })
    .input(
      z.strictObject({
        file: z.file().max(50_000_000),
        skipFaulty: formFlag,
        createRegions: formFlag,
      }),
    )
    .output(importRun),
  repeat: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/imports/{id}/repeat',
      tags: ['customers'],
      summary: 'Try a refused file again, without its faulty lines or with new regions',
    })
    .input(z.strictObject({ id, skipFaulty: z.boolean(), createRegions: z.boolean() }))
    .output(importRun),
  template: staffProcedure()
    .route({
      method: 'GET',
      path: '/imports/template.csv',
      tags: ['customers'],
      summary: 'An empty file with every column',
    })
    .output(z.file()),
  faultReport: staffProcedure()
    .route({
      method: 'GET',
      path: '/imports/{id}/faults.csv',
      tags: ['customers'],
      summary: 'Every fault of an import: line, column, value, reason',
    })
    .input(z.strictObject({ id }))
    .output(z.file()),
  faultyLines: staffProcedure()
    .route({
      method: 'GET',
      path: '/imports/{id}/faulty-lines.csv',
      tags: ['customers'],
      summary: 'The lines that were not imported, to be corrected and imported',
    })
    .input(z.strictObject({ id }))
    .output(z.file()),
  list: staffProcedure()
    .route({ method: 'GET', path: '/imports', tags: ['customers'], summary: 'Imports, the latest first' })
    .output(z.strictObject({ items: z.array(importRun) })),
  get: staffProcedure()
    .route({ method: 'GET', path: '/imports/{id}', tags: ['customers'], summary: 'How far an import is' })
    .input(z.strictObject({ id }))
    .output(importRun),
  cancel: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/imports/{id}/cancel',
      tags: ['customers'],
      summary: 'Stop an import; what is written stays',
    })
    .input(z.strictObject({ id }))
    .output(importRun),
}
