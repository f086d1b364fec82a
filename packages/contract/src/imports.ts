import { importKinds } from '@sixfold/domain/customers/import-columns'
import { z } from 'zod'
import { id, instant, staffProcedure } from './common.ts'

export const importKind = z.enum(importKinds)

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
  kind: importKind,
  fileName: z.string(),
  state: importState,
  skipFaulty: z.boolean(),
  rows: z.int(),
  done: z.int(),
  accountsCreated: z.int(),
  accountsUpdated: z.int(),
  contactsCreated: z.int(),
  contactsUpdated: z.int(),
  installationsCreated: z.int(),
  installationsUpdated: z.int(),
  dealsCreated: z.int(),
  dealsUpdated: z.int(),
  /** Things with a value that cannot be true. */
  marked: z.int(),
  faultCount: z.int(),
  faults: z.array(importFault),
  /** The most frequent kinds first. */
  faultGroups: z.array(importFaultGroup),
  /** Rows with faults; what `imports.faultyLines` holds. */
  faultyRows: z.int(),
  createRegions: z.boolean(),
  regionsCreated: z.array(z.string()),
  createProducts: z.boolean(),
  productsCreated: z.array(z.string()),
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
      summary: 'Import accounts, contacts, installations or deals from a CSV file',
    })
    .input(
      z.strictObject({
        file: z.file().max(50_000_000),
        /** Contacts, with their accounts, unless it says otherwise. */
        kind: importKind.optional(),
        skipFaulty: formFlag,
        createRegions: formFlag,
        createProducts: formFlag,
      }),
    )
    .output(importRun),
  repeat: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/imports/{id}/repeat',
      tags: ['customers'],
      summary: 'Try a refused file again, without its faulty lines or with new regions or products',
    })
    .input(
      z.strictObject({
        id,
        skipFaulty: z.boolean(),
        createRegions: z.boolean(),
        createProducts: z.boolean().optional(),
      }),
    )
    .output(importRun),
  template: staffProcedure()
    .route({
      method: 'GET',
      path: '/imports/template.csv',
      tags: ['customers'],
      summary: 'An empty file with every column of a kind',
    })
    .input(z.strictObject({ kind: importKind.optional() }))
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
