import { readConfig } from '@sixfold/api/config'
import { requestTouches } from '@sixfold/api/features/contact-policy/contact-ledger/service'
import {
  findContactsOfRegions,
  storeImportedContacts,
} from '@sixfold/api/features/customers/contacts/service'
import { createOrganisation, ensureRegion } from '@sixfold/api/features/house/organisation/service'
import { closeContext, openContext } from '@sixfold/api/server'
import { contactPolicyFor } from '@sixfold/domain/contact-policy'
import type { LedgerTouch, Touch } from '@sixfold/domain/touch-decision'
import { decideTouch } from '@sixfold/domain/touch-decision'
import { withTempDir } from '../process.ts'
import type { Figure, Row } from '../row.ts'

const DECISIONS = 300_000
const CONTACTS = 10_000
const BATCH = 500
const MONDAY = new Date('2026-08-17T03:00:00.000Z')
const DAY = 86_400_000

/** How many touches are decided in a second: by the rule alone, and with each ledger read and written. */
export const governor: Row = {
  name: 'governor',
  async run(say) {
    const pure = decisionsPerSecond()
    say(`${Math.round(pure)} decisions a second by the rule alone`)
    const stored = await requestsPerSecond()
    say(`${Math.round(stored)} touches a second through the database`)
    return [
      figure('decisions a second, rule alone', pure),
      figure(`touches a second, decided and written, ${BATCH} at a time`, stored),
    ]
  },
}

const figure = (name: string, value: number): Figure => ({
  row: 'governor',
  figure: name,
  value: Math.round(value).toLocaleString('en'),
})

/** A contact with a year behind it, asked on every kind of day: some are allowed, some must find the next free time. */
function decisionsPerSecond(): number {
  const touch: Touch = {
    kind: 'invitation',
    channel: 'email',
    purpose: 'relationship_survey',
    subject: 'wave:now',
  }
  const ledger: LedgerTouch[] = [400, 300, 210, 200].map((days, n) => ({
    ...touch,
    subject: `wave:${n}`,
    kind: n % 2 === 0 ? 'invitation' : 'call',
    at: new Date(MONDAY.getTime() - days * DAY),
  }))
  const policy = contactPolicyFor('VN')
  const calendar = { weekend: [6, 7], holidays: [{ date: '2026-09-02', name: 'National Day' }] } as const
  const contact = {
    zone: 'Asia/Ho_Chi_Minh',
    executive: false,
    erased: false,
    reachableBy: ['email'],
    optedOutOf: [],
    doNotCall: false,
    consentedTo: [],
  } as const
  const decideOne = (n: number) =>
    decideTouch({
      policy,
      contact,
      touch,
      ledger,
      calendar,
      at: new Date(MONDAY.getTime() + (n % 60) * (DAY / 3)),
    })
  for (let n = 0; n < DECISIONS / 10; n += 1) decideOne(n)
  const began = performance.now()
  for (let n = 0; n < DECISIONS; n += 1) decideOne(n)
  return (DECISIONS / (performance.now() - began)) * 1000
}

function requestsPerSecond(): Promise<number> {
  return withTempDir(async dir => {
    const config = readConfig({ DATA_DIR: dir, LOG_LEVEL: 'silent' }, [])
    const ctx = await openContext(config, { clock: { now: () => MONDAY } })
    try {
      await createOrganisation(ctx, { name: 'Bench', zone: 'UTC', demonstration: false })
      const region = await ensureRegion(ctx, {
        name: 'Bench',
        country: 'VN',
        zone: 'Asia/Ho_Chi_Minh',
        everyMonths: 3,
        anchor: '2026-01-31',
      })
      const numbers = Array.from({ length: CONTACTS }, (_, n) => n)
      await storeImportedContacts(
        ctx,
        numbers.map(n => ({
          externalId: `C-${n}`,
          fields: {
            accountId: `A-${n}`,
            regionId: region._id,
            name: `Contact ${n}`,
            email: `contact-${n}@example.com`,
            languages: ['en'],
            country: 'VN',
            zone: region.zone,
          },
          provenance: {},
          marks: [],
        })),
        [],
        'bench',
      )
      const contacts = await findContactsOfRegions(ctx, [region._id], { after: null, limit: CONTACTS })
      const began = performance.now()
      for (let from = 0; from < contacts.length; from += BATCH)
        await requestTouches(
          ctx,
          contacts.slice(from, from + BATCH).map(({ id }) => ({
            touchId: `bench:${id}`,
            contactId: id,
            kind: 'invitation',
            purpose: 'relationship_survey',
            subject: 'Bench',
            waveId: 'bench',
          })),
        )
      return (contacts.length / (performance.now() - began)) * 1000
    } finally {
      await closeContext(ctx)
    }
  })
}
