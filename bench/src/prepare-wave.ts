import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '@sixfold/api/config'
import { simulate } from '@sixfold/api/demonstration/simulated-context'
import { importFile } from '@sixfold/api/features/house/imports/service'
import { createOrganisation, ensureRegion } from '@sixfold/api/features/house/organisation/service'
import { createMember } from '@sixfold/api/features/house/staff/service'
import { createSurvey, publishSurvey } from '@sixfold/api/features/surveys/surveys/service'
import { launchWave } from '@sixfold/api/features/waves/wave-drafts/service'
import { closeContext, openContext } from '@sixfold/api/server'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { addDays, addHours } from 'date-fns'

export interface PreparedWave {
  waveId: string
  tokens: string[]
  definition: SurveyDefinition
  person: { email: string; password: string }
}

const person = { email: 'bench@sixfold.example', password: 'bench bench bench' }

/** Fills a data directory with one running wave through the product's own services; no process may use it meanwhile. */
export async function prepareWave(dataDir: string, contacts: number): Promise<PreparedWave> {
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, ['--empty'])
  const real = await openContext(config)
  try {
    // A working morning in the region, some days ago: every letter may leave at once.
    const start = workingMorning(addDays(real.clock.now(), -3))
    const simulation = simulate(real, start)
    const { ctx } = simulation
    await createOrganisation(ctx, { name: 'Bench', zone: 'UTC', demonstration: false })
    const region = await ensureRegion(ctx, {
      name: 'Bench',
      country: 'SG',
      zone: 'Asia/Singapore',
      everyMonths: 3,
      anchor: '2026-01-31',
    })
    const admin = await createMember(ctx, {
      ...person,
      name: 'Bench',
      language: 'en',
      role: 'administrator',
      regions: 'all',
    })
    const path = join(dataDir, 'bench.csv')
    await writeFile(path, customersCsv(contacts))
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
    const draft = await createSurvey(ctx, admin, {
      factorModel: 'ibm-six',
      quarter: { year: start.getUTCFullYear(), quarter: 1 },
      languages: ['en', 'vi'],
    })
    const version = await publishSurvey(ctx, admin, { id: draft.id, revision: draft.revision })
    const wave = await launchWave(
      ctx,
      admin,
      {
        surveyId: draft.id,
        version: version.number,
        regionIds: [region._id],
        closesAt: addDays(real.clock.now(), 30).toISOString(),
        // All letters on the first morning.
        sending: { perHour: 1_000_000 },
      },
      'en',
    )
    await simulation.goTo(addHours(start, 6))
    const tokens = (await simulation.takeLinks('survey-invitation')).map(({ token }) => token)
    if (tokens.length !== contacts) throw new Error(`${tokens.length} of ${contacts} letters left`)
    return { waveId: wave.id, tokens, definition: version.definition, person }
  } finally {
    await closeContext(real)
  }
}

/** A customer file: accounts of five people each. */
export function customersCsv(contacts: number): string {
  const lines = [
    'account_id,account_name,account_kind,region,country,segment,contact_id,contact_name,email,languages',
  ]
  for (let index = 0; index < contacts; index += 1) {
    const account = Math.floor(index / 5)
    lines.push(
      `A${account},Account ${account},existing,Bench,SG,enterprise,C${index},Contact ${index},contact.${index}@account-${account}.example,en`,
    )
  }
  return `${lines.join('\n')}\n`
}

/** 09:00 in Singapore on the last day that is neither weekend nor holiday, going back from `day`. */
function workingMorning(day: Date): Date {
  let date = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 1))
  while (date.getUTCDay() === 0 || date.getUTCDay() === 6) date = addDays(date, -1)
  return date
}
