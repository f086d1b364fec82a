import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createTransport } from 'nodemailer'
import type { MailSink } from './mail-sink.ts'
import { startMailSink } from './mail-sink.ts'

let sink: MailSink
beforeEach(async () => {
  sink = await startMailSink()
})
afterEach(() => sink.close())

const send = (subject = 'Mời anh/chị trả lời khảo sát') =>
  createTransport(sink.url).sendMail({
    from: 'Sixfold <sixfold@example.com>',
    to: 'lan@example.com',
    subject,
    text: 'Kính gửi chị Lan',
    html: '<a href="https://example.com/r/abc?lang=vi&amp;p=1">Trả lời</a>',
    icalEvent: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', filename: 'invitation.ics' },
  })

test('keeps a mail as a reader would see it', async () => {
  await send()
  const mail = await sink.waitFor(({ to }) => to.includes('lan@example.com'))
  expect(mail).toMatchObject({
    from: 'sixfold@example.com',
    subject: 'Mời anh/chị trả lời khảo sát',
    text: 'Kính gửi chị Lan\n',
    links: ['https://example.com/r/abc?lang=vi&p=1'],
  })
  expect(mail.attachments.map(part => part.mimeType)).toContain('text/calendar')
})

test('refuses for good and for now', async () => {
  sink.behave({ kind: 'refuse' })
  await expect(send()).rejects.toMatchObject({ responseCode: 550 })
  sink.behave({ kind: 'refuse', forNow: true })
  await expect(send()).rejects.toMatchObject({ responseCode: 451 })
  expect(sink.mails).toEqual([])
})

test('takes its time', async () => {
  sink.behave({ kind: 'slow', delay: 120 })
  const started = performance.now()
  await send()
  expect(performance.now() - started).toBeGreaterThanOrEqual(115)
  expect(sink.mails).toHaveLength(1)
})

test('cuts the connection between the mail and its acknowledgement', async () => {
  sink.behave({ kind: 'drop' })
  await expect(send()).rejects.toThrow()
  expect(sink.mails).toEqual([])
  sink.behave({ kind: 'accept' })
  await send('again')
  expect(sink.mails.map(mail => mail.subject)).toEqual(['again'])
})

test('says what came instead of the mail that was waited for', async () => {
  await send('hello')
  await expect(sink.waitFor(mail => mail.subject === 'other', 30)).rejects.toThrow(
    '"hello" to lan@example.com',
  )
})
