import { cpus, totalmem } from 'node:os'
import type { Figure, Row } from './row.ts'
import { accountPage } from './rows/account-page.ts'
import { builder } from './rows/builder.ts'
import { drivers } from './rows/drivers.ts'
import { governor } from './rows/governor.ts'
import { importRow } from './rows/import.ts'
import { live } from './rows/live.ts'
import { logic } from './rows/logic.ts'
import { memory } from './rows/memory.ts'
import { portalSpeed } from './rows/portal-speed.ts'
import { portalWeight } from './rows/portal-weight.ts'
import { results } from './rows/results.ts'
import { review } from './rows/review.ts'
import { rulePreview } from './rows/rule-preview.ts'
import { sampling } from './rows/sampling.ts'
import { seats } from './rows/seats.ts'
import { sending } from './rows/sending.ts'
import { start } from './rows/start.ts'
import { submit } from './rows/submit.ts'
import { validate } from './rows/validate.ts'

const rows: readonly Row[] = [
  start,
  portalWeight,
  portalSpeed,
  validate,
  logic,
  review,
  builder,
  submit,
  importRow,
  governor,
  sending,
  sampling,
  seats,
  results,
  drivers,
  rulePreview,
  accountPage,
  live,
  memory,
]

/** `npm run bench -- [row ...]`: all rows, or those that are named. */
async function main(names: string[]): Promise<void> {
  const unknown = names.filter(name => !rows.some(row => row.name === name))
  if (unknown.length > 0)
    throw new Error(`no such row: ${unknown.join(', ')}; there are ${rows.map(row => row.name).join(', ')}`)
  console.log(
    `Node.js ${process.versions.node}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  )
  const figures: Figure[] = []
  for (const row of rows.filter(({ name }) => names.length === 0 || names.includes(name))) {
    console.log(`measuring ${row.name} ...`)
    figures.push(...(await row.run(line => console.log(`  ${line}`))))
  }
  console.log(table(figures))
}

function table(figures: readonly Figure[]): string {
  const lines = figures.map(
    ({ row, figure, value, target = '' }) => `| ${row} | ${figure} | ${value} | ${target} |`,
  )
  return ['| row | figure | value | target |', '|---|---|---|---|', ...lines].join('\n')
}

await main(process.argv.slice(2))
