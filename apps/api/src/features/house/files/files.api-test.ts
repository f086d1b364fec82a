import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { everyKind } from '@sixfold/testkit/every-kind'
import { inviteToEveryKind } from '@sixfold/testkit/invite-to-every-kind'
import type { InvitedContact, InvitedWave } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import { samplePdf, samplePng, sampleZip } from '@sixfold/testkit/sample-files'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

const question = everyKind.upload.id
const MEGABYTE = 1_000_000

let api: TestApi
let wave: InvitedWave
let marketing: Colleague
beforeAll(async () => {
  api = await startTestApi()
  wave = await inviteToEveryKind(api, {
    count: 26,
    region: 'north',
    change: [
      { op: 'set-setting', question, setting: 'accept', value: ['image', 'pdf', 'document', 'spreadsheet'] },
    ],
  })
  marketing = await colleague(api, 'marketing', { regions: ['north'] })
})
afterAll(() => api.close())

function nextPerson(): InvitedContact {
  const person = wave.contacts.shift()
  if (!person) throw new Error('invite more people')
  return person
}

const stored = (name: string) => {
  const found = api.ctx.db.connection.db?.collection<{ _id: string; state?: string }>(name)
  if (!found) throw new Error('no database')
  return found
}
const upload = (token: string, bytes: Buffer, name = 'file', to = question) =>
  fetch(`${api.url}/r/${token}/files/${to}?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
async function uploaded(token: string, bytes: Buffer, name?: string): Promise<{ id: string; name: string }> {
  const reply = await upload(token, bytes, name)
  expect(reply.status).toBe(201)
  return (await reply.json()) as { id: string; name: string }
}
const answer = (token: string, ...ids: string[]) =>
  api.anonymous.responses.save({ token, answers: [{ question, value: ids, revision: 1 }] })
const send = (token: string, ...ids: string[]) =>
  api.anonymous.responses.submit({ token, answers: [{ question, value: ids, revision: 1 }] })
const codeOf = async (reply: Response) => ((await reply.json()) as { code: string }).code

const docx = (more: Record<string, string> = {}) =>
  sampleZip({
    '[Content_Types].xml':
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': '<w:document/>',
    ...more,
  })
const ods = sampleZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' })

describe('pictures in surveys', () => {
  const add = (bytes: Buffer | string, name: string, by = marketing) =>
    by.api.files.addPicture({ file: new File([new Uint8Array(Buffer.from(bytes))], name) })

  test('are kept once and served to everybody who has the id, for ever, and as nothing but a picture', async () => {
    const [first, again] = await Promise.all([
      add(samplePng(9, 8, 7), 'a.png'),
      add(samplePng(9, 8, 7), 'b.gif'),
    ])
    expect(again).toEqual(first)
    const reply = await fetch(`${api.url}/pictures/${first?.id}`)
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(samplePng(9, 8, 7))
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(first?.bytes),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    })
    expect((await fetch(`${api.url}/pictures/${'0'.repeat(32)}`)).status).toBe(404)
  })

  test.each([
    [
      'an SVG, which can hold a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'a.png',
    ],
    ['a page', '<!doctype html><script>alert(1)</script>', 'a.png'],
    ['a PDF', samplePdf(), 'a.png'],
    ['a picture that breaks off', samplePng(1, 1, 1).subarray(0, 60), 'a.png'],
  ])('R19: %s is refused, whatever it is called', async (_what, bytes, name) => {
    await expect(add(bytes as string, name)).rejects.toMatchObject({
      code: 'unsupported_media_type',
      status: 415,
    })
  })

  test('R19: more than 5 MB is refused with 413, nothing at all with 422, and by others than its designers', async () => {
    await expect(add(Buffer.alloc(5 * MEGABYTE + 1), 'a.png')).rejects.toMatchObject({ status: 413 })
    await expect(add('', 'a.png')).rejects.toMatchObject({ status: 422 })
    const analyst = await colleague(api, 'analyst')
    await expect(add(samplePng(1, 2, 3), 'a.png', analyst)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a respondent’s file is no picture, and the other way round', async () => {
    const { token } = nextPerson()
    const { id } = await uploaded(token, samplePng(3, 3, 3))
    expect((await fetch(`${api.url}/pictures/${id}`)).status).toBe(404)
    const picture = await add(samplePng(3, 3, 4), 'p.png')
    await expect(answer(token, picture?.id ?? '')).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

describe('a respondent’s file', () => {
  test.each([
    ['a picture', samplePng(5, 5, 5), 'máy.PNG', 'máy.png'],
    ['a PDF of many pieces', samplePdf(900_000), 'biên bản.pdf', 'biên bản.pdf'],
    ['a text', docx(), 'letter.docx', 'letter.docx'],
    ['a spreadsheet', ods, 'figures', 'figures.ods'],
    ['a name that leads elsewhere', samplePdf(1), '../../etc/passwd', 'passwd.pdf'],
    ['a name in two lines', samplePdf(2), 'a\r\nX-Evil: 1.pdf', 'aX-Evil 1.pdf'],
  ])('R19: %s is recognised by its content and kept under a safe name', async (_what, bytes, name, safe) => {
    expect(await uploaded(nextPerson().token, bytes, name)).toMatchObject({ name: safe, bytes: bytes.length })
  })

  test.each([
    ['a program', Buffer.from(`MZ${'\0'.repeat(200)}`), 415, 'unsupported_media_type'],
    ['a page', Buffer.from('<html><script>1</script></html>'), 415, 'unsupported_media_type'],
    ['a text with macros', docx({ 'word/vbaProject.bin': 'x' }), 415, 'unsupported_media_type'],
    ['an archive', sampleZip({ 'a.txt': 'a' }), 415, 'unsupported_media_type'],
    ['a PDF that breaks off', samplePdf(5_000).subarray(0, 3_000), 415, 'unsupported_media_type'],
    ['more than the question takes', samplePdf(2 * MEGABYTE + 100), 413, 'body_too_large'],
    ['nothing', Buffer.alloc(0), 422, 'invalid_input'],
  ])('R19: %s is refused and leaves nothing behind', async (_what, bytes, status, code) => {
    const before = await stored('filePieces').countDocuments()
    const reply = await upload(nextPerson().token, bytes, 'photo.png')
    expect([reply.status, await codeOf(reply)]).toEqual([status, code])
    expect(await stored('filePieces').countDocuments()).toBe(before)
    expect(await stored('files').countDocuments({ state: 'arriving' })).toBe(0)
  })

  test('R19: no answer to an upload names a place on the server', async () => {
    const { token } = nextPerson()
    const replies = [
      await upload(token, samplePdf(3), '../../etc/passwd'),
      await upload(token, Buffer.from('<html>'), 'a.pdf'),
      await upload(token, Buffer.alloc(0)),
      await upload(token, samplePdf(4), 'a.pdf', 'no-such-question'),
      await upload('nobodys', samplePdf(4)),
    ]
    expect(replies.map(({ status }) => status)).toEqual([201, 415, 422, 404, 404])
    for (const reply of replies) {
      const said = `${await reply.text()} ${JSON.stringify([...reply.headers])}`
      for (const place of [api.ctx.config.dataDir, process.cwd(), '/tmp/', 'node_modules', '/etc/'])
        expect(said).not.toContain(place)
    }
  })

  test('that never says how long it is, or breaks off on the way, leaves nothing behind', async () => {
    const before = await stored('filePieces').countDocuments()
    const { token } = nextPerson()
    const begin = (headers: Record<string, string>) => {
      const sending = request(`${api.url}/r/${token}/files/${question}?name=a.pdf`, {
        method: 'POST',
        headers,
      })
      sending.on('error', () => undefined)
      return sending
    }
    const endless = begin({ 'transfer-encoding': 'chunked' })
    const status = new Promise(resolve => endless.on('response', ({ statusCode }) => resolve(statusCode)))
    endless.write(samplePdf(2 * MEGABYTE + 500))
    expect(await status).toBe(413)
    endless.destroy()

    const cut = begin({ 'content-length': '900000' })
    cut.write(samplePdf(300_000))
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(await stored('files').countDocuments({ state: 'arriving' })).toBe(1)
    cut.destroy()
    for (
      let tries = 0;
      tries < 50 && (await stored('files').countDocuments({ state: 'arriving' })) > 0;
      tries += 1
    )
      await new Promise(resolve => setTimeout(resolve, 50))
    expect(await stored('files').countDocuments({ state: 'arriving' })).toBe(0)
    expect(await stored('filePieces').countDocuments()).toBe(before)
  })

  test('given twice at once, as by a double click, is one file', async () => {
    const { token } = nextPerson()
    const bytes = samplePng(77, 1, 1)
    const both = await Promise.all([uploaded(token, bytes), uploaded(token, bytes), uploaded(token, bytes)])
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    expect(await stored('files').countDocuments({ _id: both[0]?.id ?? '' })).toBe(1)
  })

  test('of somebody else, or of another question, cannot be put into an answer', async () => {
    const mine = nextPerson().token
    const { id } = await uploaded(nextPerson().token, samplePng(1, 77, 1))
    await expect(answer(mine, id)).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(send(mine, id)).rejects.toMatchObject({ code: 'invalid_input' })
    expect((await api.anonymous.responses.get({ token: mine })).answers).toEqual([])
    expect((await upload(mine, samplePng(1, 1, 1), 'a.png', 'k-text')).status).toBe(404)
    expect((await upload('nonsense', samplePng(1, 1, 1))).status).toBe(404)
  })

  test('taken out of the answer is gone at once, and nobody else can take it out', async () => {
    const { token } = nextPerson()
    const { id } = await uploaded(token, samplePng(1, 1, 77))
    await answer(token, id)
    await api.anonymous.responses.save({ token, answers: [{ question, value: null, revision: 2 }] })
    expect(await stored('files').countDocuments({ _id: id })).toBe(0)
    await expect(
      api.anonymous.responses.save({ token, answers: [{ question, value: [id], revision: 3 }] }),
    ).rejects.toMatchObject({ code: 'invalid_input' })
  })

  test('cannot follow once the answers were sent', async () => {
    const { token } = nextPerson()
    await send(token)
    const reply = await upload(token, samplePng(1, 1, 1))
    expect([reply.status, await codeOf(reply)]).toEqual([409, 'already_finished'])
  })
})

describe('reading a respondent’s file', () => {
  test('is for staff of the region who read responses, once it was sent, as a file to save; it is noted', async () => {
    const { token } = nextPerson()
    const bytes = samplePdf(400_000)
    const { id } = await uploaded(token, bytes, 'Biên bản “A”.pdf')
    const read = (by: Colleague) => fetch(`${api.url}/api/files/${id}`, { headers: { cookie: by.cookie } })
    await answer(token, id)
    expect((await read(marketing)).status).toBe(404)
    await send(token, id)

    const reply = await read(marketing)
    expect(Buffer.from(await reply.arrayBuffer()).equals(bytes)).toBe(true)
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Bi_n b_n _A_.pdf"; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20%E2%80%9CA%E2%80%9D.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox/),
      'cache-control': 'no-store',
    })
    for (const [role, regions] of [
      ['analyst', ['north']],
      ['regional', ['north']],
      ['marketing', ['south']],
    ] as const)
      expect((await read(await colleague(api, role, { regions: [...regions] }))).status).toBe(404)
    expect((await fetch(`${api.url}/api/files/${id}`)).status).toBe(401)
    const administrator = await colleague(api, 'administrator')
    const { items } = await administrator.api.audit.list({})
    expect(items.filter(({ action, detail }) => action === 'file.read' && detail === id)).toHaveLength(1)
  })
})

test('files that no submitted response holds go a week after their wave; those in one stay', async () => {
  const { token: sent } = nextPerson()
  const { token: left } = nextPerson()
  const kept = await uploaded(sent, samplePng(50, 60, 70))
  const unused = await uploaded(sent, samplePng(51, 60, 70))
  const abandoned = await uploaded(left, samplePng(52, 60, 70))
  await answer(left, abandoned.id)
  await send(sent, kept.id)
  const there = async () => {
    const rows = await stored('files')
      .find({ _id: { $in: [kept.id, unused.id, abandoned.id] } })
      .toArray()
    return rows.map(({ _id }) => _id).sort()
  }
  api.clock.set('2030-09-06T09:00:00.000Z')
  await api.runJobs()
  expect(await there()).toEqual([kept.id, unused.id, abandoned.id].sort())
  api.clock.set('2030-09-08T09:00:00.000Z')
  await api.runJobs()
  expect(await there()).toEqual([kept.id])
  const pieces = await stored('filePieces').find().toArray()
  for (const { id } of [unused, abandoned]) expect(pieces.some(({ _id }) => _id.startsWith(id))).toBe(false)
})
