import { listOutbox, readOutboxMail } from '@sixfold/api/features/house/outbox/service'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import type { QuestionChange } from '@sixfold/domain/survey/versions'
import type { TestContact } from './customers.ts'
import { addContacts } from './customers.ts'
import { colleague } from './people.ts'
import { nextNumber } from './serial.ts'
import type { RegionName, TestApi } from './start-test-api.ts'

export interface InvitedContact extends TestContact {
  /** The secret of the link in the mail. */
  token: string
}

export interface InvitedWave {
  surveyId: string
  version: number
  waveId: string
  contacts: InvitedContact[]
}

/** A Monday morning in Hanoi: invitations leave at once. */
export const WORKING_HOUR = '2026-08-17T03:00:00.000Z'
const CLOSES = '2030-08-30T10:00:00.000Z'

/**
 * Publishes a survey, launches it to new contacts of a region, and reads their links from the outbox. Sets the clock to
 * a working hour. Each call takes the next quarter, so that several stand beside each other.
 */
export async function inviteContacts(
  api: Pick<TestApi, 'ctx' | 'url' | 'clock' | 'regions' | 'runJobs'>,
  {
    kind = 'quarterly',
    count = 1,
    region = 'north',
    languages = ['vi', 'en'],
    language = 'vi',
    operations = [],
    verdicts = {},
    name,
    reminders = [],
  }: {
    kind?: SurveyKind
    count?: number
    region?: RegionName
    languages?: string[]
    language?: string
    operations?: SurveyOperation[]
    /** What its author says of changed questions. */
    verdicts?: Record<string, QuestionChange>
    /** Of all of them. */
    name?: string
    /** So many days after the invitation. */
    reminders?: number[]
  } = {},
): Promise<InvitedWave> {
  api.clock.set(WORKING_HOUR)
  const administrator = await colleague(api as TestApi, 'administrator')
  const { surveys, waves } = administrator.api
  const quarters = nextNumber(api.ctx, 'quarter')
  const quarter = { year: 2026 + Math.floor(quarters / 4), quarter: ((quarters % 4) + 1) as 1 | 2 | 3 | 4 }
  let draft = await surveys.create({ kind, factorModel: 'ibm-six', quarter, languages })
  if (operations.length > 0)
    draft = await surveys.save({ id: draft.id, revision: draft.revision, operations })
  const { number: version } = await surveys.publish({ id: draft.id, revision: draft.revision, verdicts })
  const contacts = await addContacts(api as TestApi, region, count, { language, ...(name ? { name } : {}) })
  const wave = await waves.launch({
    surveyId: draft.id,
    version,
    regionIds: [api.regions[region]],
    closesAt: CLOSES,
    reminders: { afterDays: reminders },
  })
  await api.runJobs()
  const tokens = new Map<string, string>()
  for (let cursor: string | undefined; ; ) {
    const page = await listOutbox(api.ctx, administrator, { limit: 200, cursor })
    const invitations = page.items.filter(mail => mail.kind.endsWith('-invitation'))
    const mails = await Promise.all(invitations.map(({ id }) => readOutboxMail(api.ctx, administrator, id)))
    for (const { to, text } of mails)
      if (!tokens.has(to)) tokens.set(to, /\/r\/([\w-]+)/.exec(text)?.[1] ?? '')
    if (page.next === null) break
    cursor = page.next
  }
  return {
    surveyId: draft.id,
    version,
    waveId: wave.id,
    contacts: contacts.map(contact => {
      const token = tokens.get(contact.email)
      if (!token) throw new Error(`${contact.email} was not invited`)
      return { ...contact, token }
    }),
  }
}
