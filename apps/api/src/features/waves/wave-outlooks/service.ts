import { setImmediate as breathe } from 'node:timers/promises'
import type { WaveOutlook } from '@sixfold/contract/wave-previews'
import type { FrameMember } from '@sixfold/domain/sampling/draw'
import { stratumOf } from '@sixfold/domain/sampling/stratum'
import { hourlyPace } from '@sixfold/domain/sending/pace'
import { purposeOfSurvey } from '@sixfold/domain/survey/kind'
import type { CollectionPlan } from '@sixfold/domain/survey/plan'
import { blankPlan, plannedRate, SENIORITIES } from '@sixfold/domain/survey/plan'
import { costOf } from '@sixfold/domain/survey/plan-figures'
import type { TouchDecision } from '@sixfold/domain/touch-decision'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { PeopleBySeniority } from '@sixfold/domain/waves/expected-answers'
import { expectedAnswers } from '@sixfold/domain/waves/expected-answers'
import { sendingHours } from '@sixfold/domain/waves/sending-hours'
import { max } from 'date-fns/max'
import type { Context } from '../../../context.ts'
import { previewTouches } from '../../contact-policy/contact-ledger/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { planOf } from '../../surveys/collection-plans/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { drawFrom, walkAudience } from '../wave-frames/service.ts'
import type { WaveRow } from '../wave-records/service.ts'
import { frameOrderOf } from '../wave-records/service.ts'

/** People whose touch is decided at once. */
const AT_ONCE = 2000
/** So many contacts are kept from the walk until they are decided; of more they are read again, a few at a time. */
const MOST_KEPT = 20_000
/** People who are named for one reason. */
const MOST_NAMED = 500
const MOST_HOURS = 100
const HOUR_MS = 3_600_000

export interface Named {
  contactId: string
  at: Date | null
}

export interface LookedAhead {
  outlook: WaveOutlook
  /** The first people whom each reason concerns, in the order of drawing. */
  named: ReadonlyMap<string, Named[]>
}

/**
 * Who a wave would ask if it were launched as it stands, when, who not and why, and what may come of it. It walks, draws and decides as the
 * launch will, at the instant at which the wave opens, and writes nothing. `onProgress` is told how many people were looked at.
 */
export async function lookAhead(
  ctx: Context,
  wave: WaveRow,
  onProgress: (done: number) => Promise<void>,
): Promise<LookedAhead> {
  const order = frameOrderOf(ctx, wave)
  const named = new Names()
  const frame: FrameMember[] = []
  const kept = new Map<string, KnownContact>()
  let [audience, excluded, otherPanel] = [0, 0, 0]
  for await (const { contacts } of walkAudience(ctx, order)) {
    for (const { contact, place } of contacts) {
      audience += 1
      if (place === 'excluded') excluded += 1
      else if (place === 'other_panel') otherPanel += 1
      else {
        frame.push({ id: contact.id, stratum: stratumOf(order.design, contact) })
        if (kept.size < MOST_KEPT) kept.set(contact.id, contact)
      }
      if (place !== 'frame') named.add(place, contact.id, null)
    }
    await onProgress(audience)
    await breathe()
  }
  const draw = drawFrom(frame, order)
  const chosen = new Set(draw.chosen)
  for (const { id } of frame) if (!chosen.has(id)) named.add('not_drawn', id, null)
  const asked = await decideAll(ctx, wave, { chosen: draw.chosen, kept, named }, done =>
    onProgress(audience + done),
  )
  const { zone } = await readOrganisation(ctx)
  const plan = (await planOf(ctx, wave.surveyId))?.content ?? null
  const free = [...asked.hours].map(([hour, mails]) => ({ at: new Date(hour * HOUR_MS), mails }))
  const hours = sendingHours(free, hourlyPace(asked.allowed, wave.sending.perHour))
  const days = new Map<string, number>()
  for (const { at, mails } of hours) {
    const { date } = wallTimeIn(at, zone)
    days.set(date, (days.get(date) ?? 0) + mails)
  }
  return {
    named: named.byReason,
    outlook: {
      audience,
      excluded,
      otherPanel,
      frame: frame.length,
      drawn: draw.chosen.length,
      strata: draw.strata.map(stratum => ({ ...stratum })),
      atOnce: asked.atOnce,
      later: asked.allowed - asked.atOnce,
      firstLater: asked.firstLater?.toISOString() ?? null,
      refused: [...asked.refused]
        .map(([reason, count]) => ({ reason, count }))
        .sort((a, b) => b.count - a.count),
      languages: [...asked.languages]
        .map(([language, count]) => ({ language, count }))
        .sort((a, b) => b.count - a.count),
      hours: hours.slice(0, MOST_HOURS).map(({ at, mails }) => ({ at: at.toISOString(), mails })),
      days: [...days].map(([date, mails]) => ({ date, mails })),
      ...figuresOf(plan, asked.people, frame.length),
    },
  }
}

/** Decisions about everybody who was drawn. */
interface Asked {
  allowed: number
  atOnce: number
  firstLater: Date | null
  refused: Map<string, number>
  languages: Map<string, number>
  people: Record<keyof PeopleBySeniority, number>
  /** By hours since 1970. */
  hours: Map<number, number>
}

async function decideAll(
  ctx: Context,
  wave: WaveRow,
  {
    chosen,
    kept,
    named,
  }: { chosen: readonly string[]; kept: ReadonlyMap<string, KnownContact>; named: Names },
  onProgress: (done: number) => Promise<void>,
): Promise<Asked> {
  const opensAt = max([wave.opensAt, ctx.clock.now()])
  const then: Context = { ...ctx, clock: { now: () => opensAt } }
  const languages = await languagesOf(ctx, wave)
  const asked: Asked = {
    allowed: 0,
    atOnce: 0,
    firstLater: null,
    refused: new Map(),
    languages: new Map(),
    people: { executive: 0, manager: 0, specialist: 0, '': 0 },
    hours: new Map(),
  }
  for (let start = 0; start < chosen.length; start += AT_ONCE) {
    const some = chosen.slice(start, start + AT_ONCE)
    const contacts = new Map(some.flatMap(id => kept.get(id) ?? []).map(one => [one.id, one]))
    const missing = some.filter(id => !contacts.has(id))
    for (const [id, contact] of await findContacts(ctx, missing)) contacts.set(id, contact)
    const requests = some.map(contactId => ({
      touchId: contactId,
      contactId,
      kind: 'invitation' as const,
      purpose: purposeOfSurvey(wave.kind),
      subject: wave.name,
      waveId: wave._id,
    }))
    const decisions = await previewTouches(then, requests, contacts)
    for (const contactId of some) {
      const contact = contacts.get(contactId)
      const decision = decisions.get(contactId)
      if (contact && decision) note(asked, wave, { contact, decision, opensAt, languages }, named)
    }
    await onProgress(start + some.length)
    await breathe()
  }
  return asked
}

interface Decided {
  contact: KnownContact
  decision: TouchDecision
  opensAt: Date
  languages: { all: readonly string[]; usual: string }
}

function note(asked: Asked, wave: WaveRow, { contact, decision, opensAt, languages }: Decided, named: Names) {
  const at = decision.decision === 'allow' ? opensAt : (decision.earliest ?? null)
  if (at === null || at >= wave.closesAt) {
    const reason = decision.decision === 'refuse' ? decision.reason : 'wave_closed'
    asked.refused.set(reason, (asked.refused.get(reason) ?? 0) + 1)
    named.add(reason, contact.id, at)
    return
  }
  asked.allowed += 1
  if (decision.decision === 'allow') asked.atOnce += 1
  else {
    named.add('later', contact.id, at)
    if (!asked.firstLater || at < asked.firstLater) asked.firstLater = at
  }
  asked.people[contact.seniority] += 1
  const hour = Math.floor(at.getTime() / HOUR_MS)
  asked.hours.set(hour, (asked.hours.get(hour) ?? 0) + 1)
  const language = languages.all.includes(contact.language) ? contact.language : languages.usual
  asked.languages.set(language, (asked.languages.get(language) ?? 0) + 1)
}

async function languagesOf(ctx: Context, { surveyId, version }: WaveRow): Promise<Decided['languages']> {
  const found = await publishedVersion(ctx, surveyId, version)
  const usual = found?.definition.defaultLanguage ?? 'en'
  return { all: found?.definition.languages ?? [usual], usual }
}

function figuresOf(
  plan: CollectionPlan | null,
  people: PeopleBySeniority,
  population: number,
): Pick<WaveOutlook, 'expected' | 'cost'> {
  const expected = expectedAnswers({ plan, people, population })
  const rates = plan ?? blankPlan('USD')
  const invited = Object.values(people).reduce((sum, n) => sum + n, 0)
  const cost = plan && costOf(plan, { invited, answers: expected.answers })
  return {
    expected: {
      ...expected,
      bySeniority: SENIORITIES.map(seniority => ({
        seniority,
        people: people[seniority],
        rate: plannedRate(rates, seniority),
      })),
    },
    cost: plan &&
      cost && {
        money: cost.money,
        perAnswer: cost.perAnswer,
        hours: cost.hours,
        customerHours: cost.customerHours,
        currency: plan.currency,
        withinMoney: plan.budget.money === null ? null : cost.money <= plan.budget.money,
        withinHours: plan.budget.hours === null ? null : cost.hours <= plan.budget.hours,
      },
  }
}

class Names {
  readonly byReason = new Map<string, Named[]>()

  add(reason: string, contactId: string, at: Date | null): void {
    const list = this.byReason.get(reason) ?? []
    this.byReason.set(reason, list)
    if (list.length < MOST_NAMED) list.push({ contactId, at })
  }
}
