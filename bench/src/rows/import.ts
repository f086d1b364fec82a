import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '@sixfold/api/config'
import { importFile } from '@sixfold/api/features/house/imports/service'
import { createOrganisation, ensureRegion } from '@sixfold/api/features/house/organisation/service'
import { closeContext, openContext } from '@sixfold/api/server'
import { customersCsv } from '../prepare-wave.ts'
import { withTempDir } from '../process.ts'
import type { Figure, Row } from '../row.ts'

/** Importing customers into the embedded database, as the command line does, and importing them again as updates. */
export const importRow: Row = {
  name: 'import',
  run: say =>
    withTempDir(async dir => {
      const ctx = await openContext(readConfig({ DATA_DIR: dir, LOG_LEVEL: 'silent' }, []))
      try {
        await createOrganisation(ctx, { name: 'Bench', zone: 'UTC', demonstration: false })
        await ensureRegion(ctx, {
          name: 'Bench',
          country: 'SG',
          zone: 'Asia/Singapore',
          everyMonths: 3,
          anchor: '2026-01-31',
        })
        const figures: Figure[] = []
        for (const contacts of [10_000, 100_000]) {
          const path = join(dir, `${contacts}.csv`)
          await writeFile(path, customersCsv(contacts))
          const began = performance.now()
          await importFile(
            ctx,
            {
              path,
              kind: 'contacts',
              language: 'en',
              skipFaulty: false,
              createRegions: false,
              createProducts: false,
            },
            () => undefined,
          )
          const seconds = (performance.now() - began) / 1000
          say(`${contacts}: ${seconds.toFixed(1)} s`)
          figures.push({
            row: 'import',
            figure: `${contacts.toLocaleString('en')} contacts`,
            value: `${seconds.toFixed(1)} s`,
            ...(contacts === 100_000 ? { target: 'at most 60 s' } : {}),
          })
        }
        return figures
      } finally {
        await closeContext(ctx)
      }
    }),
}
