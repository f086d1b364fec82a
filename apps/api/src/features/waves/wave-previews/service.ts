import type { StaffMember } from '@sixfold/contract/staff'
import type { PreviewedPerson, WavePreview } from '@sixfold/contract/wave-previews'
import { uiLanguageFor } from '@sixfold/contract/words'
import { can } from '@sixfold/domain/permissions'
import { minutesToAnswer } from '@sixfold/domain/survey/length'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { composeMail } from '../../../mails/compose.ts'
import { countAudience, findContacts } from '../../customers/contacts/service.ts'
import { record } from '../../house/audit/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { carrierOf } from '../blind-settings/service.ts'
import { checksOf } from '../wave-drafts/service.ts'
import { lookAhead } from '../wave-outlooks/service.ts'
import type { WaveRow } from '../wave-records/service.ts'
import { visibleWave, waveBook } from '../wave-records/service.ts'
import type { PreviewRow } from './store.ts'
import { findPeople, findPreview, storePeople, storePreview, storeProgress } from './store.ts'

/** A look at so many people is waited for; at more it goes on aside, and says how far it is. */
const WAITED_FOR = 12_000
/** What was looked at holds for so long: contacts, consents and ledgers change meanwhile. */
const HOLDS_MS = 60_000
/** A look that has not moved for so long was given up by whoever took it. */
const GIVEN_UP_MS = 120_000

/** Who a draft would ask, when, who not and why. Of many people it says first how far it has got. */
export async function readPreview(ctx: Context, actor: StaffMember, id: string): Promise<WavePreview> {
  const wave = await draftFor(ctx, actor, id)
  const look = `${wave.revision}`
  const known = await findPreview(ctx, id)
  const age = known ? ctx.clock.now().getTime() - known.at.getTime() : Number.POSITIVE_INFINITY
  if (known?.look === look && known.state === 'ready' && age < HOLDS_MS) return toPreview(ctx, wave, known)
  if (known?.look === look && known.state === 'counting' && age < GIVEN_UP_MS)
    return toPreview(ctx, wave, known)
  const total = await countAudience(ctx, wave.regionIds, WAITED_FOR)
  const begun: PreviewRow = {
    _id: id,
    look,
    state: 'counting',
    done: 0,
    total,
    at: ctx.clock.now(),
    outlook: known?.look === look ? known.outlook : null,
  }
  const { length: faults } = (await checksOf(ctx, wave)).filter(({ check }) => check.endsWith('_missing'))
  if (faults > 0) return toPreview(ctx, wave, { ...begun, state: 'ready', outlook: null })
  await storePreview(ctx, begun)
  if (total <= WAITED_FOR) await countPreview(ctx, id, look)
  else
    await enqueue(ctx, {
      kind: 'wave.preview',
      key: `wave-preview:${id}:${look}:${begun.at.getTime()}`,
      payload: { waveId: id, look },
    })
  return toPreview(ctx, wave, (await findPreview(ctx, id)) ?? begun)
}

/** Takes a look at a draft and keeps what it found, unless the draft changed meanwhile. */
export async function countPreview(ctx: Context, waveId: string, look: string): Promise<void> {
  const wave = await waveBook.findWave(ctx, waveId)
  if (wave?.state !== 'draft' || `${wave.revision}` !== look) return
  const { outlook, named } = await lookAhead(ctx, wave, done => storeProgress(ctx, waveId, look, done))
  await storePeople(ctx, waveId, look, named)
  const at = ctx.clock.now()
  const { audience: total } = outlook
  await storePreview(ctx, { _id: waveId, look, state: 'ready', done: total, total, at, outlook })
}

/** Those whom one reason concerns, with the instant from which each may be asked. Reading names is noted (law 7). */
export async function readPeople(
  ctx: Context,
  actor: StaffMember,
  {
    id,
    reason,
    cursor,
    limit = 50,
  }: { id: string; reason: string; cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: PreviewedPerson[]; next: string | null; total: number }> {
  const wave = await draftFor(ctx, actor, id)
  const found = await findPeople(ctx, id, reason)
  const people = found?.look === `${wave.revision}` ? found.people : []
  const start = Math.max(0, Number.parseInt(cursor ?? '0', 10) || 0)
  const page = people.slice(start, start + limit)
  const contacts = await findContacts(
    ctx,
    page.map(({ contactId }) => contactId),
  )
  const items = page.flatMap(({ contactId, at }) => {
    const contact = contacts.get(contactId)
    if (!contact || contact.erased || !can(actor, 'customers.read', contact)) return []
    const { name, accountName, regionId } = contact
    return [{ contactId, contactName: name, accountName, regionId, at: at?.toISOString() ?? null }]
  })
  await record(ctx, actor, 'wave.people-read', `wave:${id}`, `${reason}: ${items.length}`)
  const end = start + page.length
  return { items, next: end < people.length ? `${end}` : null, total: people.length }
}

/** The invitation as it will arrive, to a person who does not exist. */
export async function readMail(
  ctx: Context,
  actor: StaffMember,
  { id, language }: { id: string; language: string },
) {
  const wave = await visibleWave(ctx, actor, id)
  const version = await publishedVersion(ctx, wave.surveyId, wave.version)
  if (!version) throw new AppError('not_found')
  const blind = wave.kind === 'blind'
  const organisation = blind ? await carrierOf(ctx) : (await readOrganisation(ctx)).name
  const link = `${ctx.config.publicUrl}/r/`
  return composeMail(blind ? 'blind-invitation' : 'survey-invitation', uiLanguageFor(language), {
    organisation,
    name: uiLanguageFor(language) === 'vi' ? 'Nguyễn Văn An' : 'Alex Example',
    minutes: Math.max(1, Math.ceil(minutesToAnswer(version.definition))),
    link,
    optOut: link,
  })
}

/** Only who may launch a draft sees whom it would ask. */
async function draftFor(ctx: Context, actor: StaffMember, id: string): Promise<WaveRow> {
  const wave = await visibleWave(ctx, actor, id)
  const own = wave.regionIds.every(regionId => can(actor, 'wave.launch', { regionId }))
  if (!own) throw new AppError('not_found')
  if (wave.state !== 'draft') throw new AppError('wrong_state')
  return wave
}

async function toPreview(ctx: Context, wave: WaveRow, row: PreviewRow): Promise<WavePreview> {
  const { outlook, state, done, total, at } = row
  const { minimumCell } = await readOrganisation(ctx)
  const facts = outlook && {
    asked: outlook.atOnce + outlook.later,
    expectedAnswers: outlook.expected.answers,
    minimumCell,
    hasPlan: outlook.cost !== null,
    overBudget: outlook.cost?.withinMoney === false || outlook.cost?.withinHours === false,
  }
  return {
    waveId: wave._id,
    revision: wave.revision,
    state,
    done: Math.min(done, total),
    total,
    at: at.toISOString(),
    outlook,
    checks: await checksOf(ctx, wave, facts ?? undefined),
  }
}
