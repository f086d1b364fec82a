import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import type { Context } from '../../../context.ts'
import type { MailTransport } from '../../../mail-transport.ts'
import { MailUncertain } from '../../../mail-transport.ts'
import { noteAnswered, requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import { optOut } from '../../contact-policy/contact-standing/service.ts'
import type { MailOrder } from './service.ts'
import { deliver, resumeMails, sendMail } from './service.ts'
import { takeMail } from './store.ts'

jest.setTimeout(60_000)

let api: TestApi
let administrator: Colleague
let ctx: Context
/** What leaves, and what the server says to it. */
let sent: string[] = []
let answer: () => void = () => undefined

beforeAll(async () => {
  api = await startTestApi()
  administrator = await colleague(api, 'administrator')
  const mail: MailTransport = {
    configured: true,
    close: () => undefined,
    send: async ({ to }) => {
      sent.push(to)
      answer()
    },
  }
  ctx = { ...api.ctx, mail }
})
beforeEach(() => {
  sent = []
  answer = () => undefined
})
afterAll(() => api.close())

let serial = 0
function order(fields: Partial<MailOrder> = {}): MailOrder {
  serial += 1
  return {
    kind: 'staff-invitation',
    key: `test:${serial}`,
    to: `person-${serial}@example.com`,
    language: 'en',
    values: { organisation: 'Máy Việt', inviter: 'Lan', days: 7, link: 'http://localhost/join/secret-token' },
    ...fields,
  }
}
const stateOf = async (id: string) => (await administrator.api.outbox.get({ id })).state
const refusal = (fields: Record<string, unknown>) => () => {
  throw Object.assign(new Error('refused'), fields)
}

describe('a mail', () => {
  test('ordered twice is one and leaves once, whoever runs its job', async () => {
    const twice = order()
    const { id } = await sendMail(ctx, twice)
    expect((await sendMail(ctx, twice)).id).toBe(id)
    await Promise.all(
      [deliver(ctx, id), deliver(ctx, id), deliver(ctx, id)].map(run => run.catch(() => undefined)),
    )
    await deliver(ctx, id)
    expect(sent).toEqual([twice.to])
  })

  test('R20: found half sent after a crash is uncertain and never leaves again', async () => {
    const { id } = await sendMail(ctx, order())
    await takeMail(ctx, id)
    await deliver(ctx, id)
    await deliver(ctx, id)
    expect(sent).toEqual([])
    expect(await stateOf(id)).toBe('uncertain')
  })

  test('whose confirmation was lost is uncertain, not sent twice', async () => {
    const { id } = await sendMail(ctx, order())
    answer = () => {
      throw new MailUncertain('the connection ended')
    }
    await deliver(ctx, id)
    await deliver(ctx, id)
    expect(sent).toHaveLength(1)
    expect(await stateOf(id)).toBe('uncertain')
  })

  test('that the server puts off is tried again; one that it refuses is not', async () => {
    const busy = await sendMail(ctx, order())
    answer = refusal({ code: 'EENVELOPE', responseCode: 450 })
    await expect(deliver(ctx, busy.id)).rejects.toThrow('refused')
    expect(await stateOf(busy.id)).toBe('waiting')

    const nobody = await sendMail(ctx, order())
    answer = refusal({ code: 'EENVELOPE', responseCode: 550 })
    await deliver(ctx, nobody.id)
    expect(await stateOf(nobody.id)).toBe('failed')
  })

  test('survives a wrong password of ours', async () => {
    const { id } = await sendMail(ctx, order())
    answer = refusal({ code: 'EAUTH', responseCode: 535 })
    await expect(deliver(ctx, id)).rejects.toThrow('refused')
    expect(await stateOf(id)).toBe('waiting')
  })

  test('fails with the last run of its job, and leaves when that is replayed', async () => {
    const { id } = await sendMail(ctx, order())
    answer = refusal({ code: 'ECONNECTION' })
    for (let run = 1; run <= 8; run += 1) await expect(deliver(ctx, id)).rejects.toThrow('refused')
    expect(await stateOf(id)).toBe('failed')
    answer = () => undefined
    await deliver(ctx, id)
    expect(await stateOf(id)).toBe('sent')
  })

  test('whose job was lost in a crash gets it back at the next start', async () => {
    const { id } = await sendMail(ctx, order())
    const jobs = api.ctx.db.connection.collection('jobs')
    await jobs.deleteOne({ key: `mail:${id}` })
    await resumeMails(ctx)
    expect(await jobs.countDocuments({ key: `mail:${id}` })).toBe(1)
  })
})

describe('the mails of one lane', () => {
  test('leave in their order: what cancels waits for what it cancels', async () => {
    const lane = (number: number) => ({ name: 'round table 1, guest 1', number })
    const first = await sendMail(ctx, order({ lane: lane(1) }))
    const second = await sendMail(ctx, order({ lane: lane(2) }))
    await expect(deliver(ctx, second.id)).rejects.toMatchObject({ name: 'RunLater' })
    expect(sent).toEqual([])
    await deliver(ctx, first.id)
    await deliver(ctx, second.id)
    expect(sent).toHaveLength(2)
  })
})

describe('the outbox', () => {
  test('is readable by administrators alone, and each reading is noted (law 7)', async () => {
    const { id } = await sendMail(ctx, order())
    expect((await administrator.api.outbox.get({ id })).text).toContain('secret-token')
    const [entry] = (await administrator.api.audit.list({ limit: 1 })).items
    expect(entry).toMatchObject({ action: 'outbox.read', subject: `mail:${id}`, actor: administrator.name })
    const marketing = await colleague(api, 'marketing')
    await expect(marketing.api.outbox.get({ id })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('keeps links encrypted', async () => {
    await sendMail(ctx, order())
    const rows = await api.ctx.db.connection.collection('outbox').find({}).toArray()
    expect(JSON.stringify(rows)).not.toContain('secret-token')
  })
})

describe('a mail nobody asked for', () => {
  const touch = async () => {
    const [contact] = await addContacts(api, 'north', 1)
    if (!contact) throw new Error('no contact')
    const asked = { contactId: contact.id, kind: 'invitation', purpose: 'relationship_survey' } as const
    return { touchId: `test:${contact.id}`, subject: 'Wave', waveId: 'wave-1', ...asked }
  }

  test('that waited into the night leaves in the morning of its reader', async () => {
    api.clock.set('2026-08-17T10:30:00.000Z')
    const { id } = await sendMail(ctx, order({ touch: await touch() }))
    // 20:00 in Hanoi.
    api.clock.set('2026-08-17T13:00:00.000Z')
    await expect(deliver(ctx, id)).rejects.toMatchObject({
      name: 'RunLater',
      at: new Date('2026-08-18T01:00:00.000Z'),
    })
    expect(sent).toEqual([])
    api.clock.set('2026-08-18T01:00:00.000Z')
    await deliver(ctx, id)
    expect(await stateOf(id)).toBe('sent')
  })

  test('is withheld when its reader has opted out meanwhile', async () => {
    api.clock.set('2026-08-18T03:00:00.000Z')
    const asked = await touch()
    const { id } = await sendMail(ctx, order({ touch: asked }))
    await optOut(ctx, asked.contactId, 'relationship_survey', 'link')
    await deliver(ctx, id)
    expect(sent).toEqual([])
    expect(await administrator.api.outbox.get({ id })).toMatchObject({
      state: 'withheld',
      error: 'opted_out',
    })
  })

  test('that failed is asked about again when its job is replayed', async () => {
    api.clock.set('2026-08-18T03:00:00.000Z')
    const [late, wanted] = [await touch(), await touch()]
    const mails = await Promise.all([late, wanted].map(asked => sendMail(ctx, order({ touch: asked }))))
    answer = refusal({ code: 'EENVELOPE', responseCode: 550 })
    for (const { id } of mails) await deliver(ctx, id)
    answer = () => undefined
    await optOut(ctx, late.contactId, 'everything', 'mail')
    for (const { id } of mails) await deliver(ctx, id)
    expect(await Promise.all(mails.map(({ id }) => stateOf(id)))).toEqual(['withheld', 'sent'])
    expect(sent).toHaveLength(3)
  })

  test('is withheld when its reader has answered meanwhile', async () => {
    api.clock.set('2026-08-18T03:00:00.000Z')
    const asked = await touch()
    expect(await requestTouch(ctx, asked)).toEqual({ decision: 'allow' })
    const { id } = await sendMail(ctx, order({ touch: asked }))
    await noteAnswered(ctx, [{ ...asked, at: api.clock.now() }])
    await deliver(ctx, id)
    await deliver(ctx, id)
    expect(sent).toEqual([])
    expect(await stateOf(id)).toBe('withheld')
  })
})
