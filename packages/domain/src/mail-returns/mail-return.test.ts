import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { returnDate } from './auto-reply.ts'
import { bounceOfReply } from './bounce.ts'
import { mentionedIds, readReturn } from './mail-return.ts'
import type { ReturnedMail } from './returned-mail.ts'

const TODAY = '2026-12-01'
const mail = (fields: Partial<ReturnedMail> = {}): ReturnedMail => ({
  headers: {},
  subject: '',
  text: '',
  parts: [],
  ...fields,
})
const dsn = (recipient: string) =>
  mail({
    headers: { from: 'MAILER-DAEMON@mx.example', 'auto-submitted': 'auto-replied' },
    parts: [
      {
        type: 'message/delivery-status',
        text: `Reporting-MTA: dns; mx.example\r\nArrival-Date: Tue, 1 Dec 2026\r\n\r\n${recipient}`,
      },
    ],
  })

describe('a delivery status notification', () => {
  test.each([
    ['nobody of this name', '5.1.1', '550 5.1.1 User unknown', 'hard'],
    ['a domain that takes no mail', '5.1.10', '556 5.1.10 null MX', 'hard'],
    ['a closed mailbox', '5.2.1', '550 mailbox disabled', 'hard'],
    ['a full mailbox', '5.2.2', '552 5.2.2 over quota', 'soft'],
    ['a server that was away for days', '4.4.7', 'delivery time expired', 'soft'],
    ['a suspicion of spam', '5.7.1', '550 5.7.1 unknown user or spam', 'refused'],
    ['a mail too large', '5.3.4', '552 message too big', 'refused'],
    ['a code that says nothing, with words that do', '5.0.0', '550 No such user here', 'hard'],
    ['a code that says nothing', '5.0.0', '550 rejected', 'refused'],
    ['the edge of a large provider', '5.4.1', '550 5.4.1 Recipient address rejected: Access denied', 'hard'],
  ])('%s: %s is %s', (_name, status, said, severity) => {
    const recipient = `Final-Recipient: rfc822; lan@mai.example\r\nAction: failed\r\nStatus: ${status}\r\nDiagnostic-Code: smtp;\r\n ${said}\r\n`
    expect(readReturn(dsn(recipient), TODAY)).toEqual({
      kind: 'bounce',
      severity,
      status,
      diagnostic: said,
    })
  })

  test('of a delay is no farewell, whatever its code', () => {
    const delayed = 'Final-Recipient: rfc822; a@b.example\nAction: delayed\nStatus: 5.1.1\n'
    expect(readReturn(dsn(delayed), TODAY)).toMatchObject({ kind: 'bounce', severity: 'soft' })
  })

  test('of a success is nothing to us, though a program sent it', () => {
    expect(
      readReturn(dsn('Final-Recipient: rfc822; a@b.example\nAction: relayed\nStatus: 2.0.0\n'), TODAY),
    ).toEqual({
      kind: 'other',
    })
  })

  test('in prose is understood by its answer', () => {
    const prose = mail({
      headers: { from: 'MAILER-DAEMON@old.example' },
      subject: 'failure notice',
      text: 'Hi. This is the qmail-send program.\n<lan@mai.example>:\n550 5.1.1 no mailbox here by that name\n',
    })
    expect(readReturn(prose, TODAY)).toMatchObject({ kind: 'bounce', severity: 'hard', status: '5.1.1' })
    expect(readReturn({ ...prose, headers: { from: 'lan@mai.example' } }, TODAY)).toEqual({ kind: 'other' })
  })
})

test('what a server answers at once is judged in the same way', () => {
  expect(
    bounceOfReply("Can't send mail - all recipients were rejected: 550 5.1.1 <a@b.example>: gone"),
  ).toMatchObject({
    severity: 'hard',
    status: '5.1.1',
  })
  expect(bounceOfReply('554 5.7.1 Service unavailable; blocked').severity).toBe('refused')
})

describe('a report of the spam button', () => {
  const report = (type: string) =>
    mail({
      parts: [{ type: 'message/feedback-report', text: `User-Agent: X/1\r\nFeedback-Type: ${type}\r\n` }],
    })

  test.each(['abuse', 'fraud', 'opt-out'])('%s is a complaint', type => {
    expect(readReturn(report(type), TODAY)).toEqual({ kind: 'complaint', feedback: type })
  })

  test.each(['not-spam', 'auth-failure'])('%s is none', type => {
    expect(readReturn(report(type), TODAY)).toEqual({ kind: 'other' })
  })
})

describe('an absence note', () => {
  test.each([
    [{ 'auto-submitted': 'auto-replied (vacation)' }, ''],
    [{ 'x-autoreply': 'yes' }, ''],
    [{ precedence: 'auto_reply' }, ''],
    [{}, 'Automatic reply: How satisfied are you?'],
    [{}, 'Trả lời tự động: khảo sát'],
  ])('is known by %j %s', (headers, subject) => {
    expect(readReturn(mail({ headers: headers as Record<string, string>, subject }), TODAY)).toEqual({
      kind: 'auto_reply',
      backOn: null,
    })
  })

  test('of a person is no program’s', () => {
    expect(readReturn(mail({ headers: { 'auto-submitted': 'no' }, subject: 'Re: survey' }), TODAY)).toEqual({
      kind: 'other',
    })
  })

  test.each([
    ['I am away until 12 December.', '2026-12-13'],
    ['Out from 3 to 12 December, with no access to mail.', '2026-12-13'],
    ['I will be back in the office on December 15th, 2026', '2026-12-15'],
    ['Returning 2027-01-04', '2027-01-04'],
    ['I am on leave through Jan 3', '2027-01-04'],
    ['Tôi nghỉ phép đến hết ngày 14 tháng 12 năm 2026', '2026-12-15'],
    ['Tôi sẽ trở lại làm việc vào 15.12.2026', '2026-12-15'],
    ['Away till 13/12', '2026-12-14'],
    ['Away till 3/4', null],
    ['Our office moved on 12 December.', null],
    ['Away until 12 December 2019', null],
    ['Away until 31 February', null],
    ['', null],
  ])('%s', (text, back) => {
    expect(returnDate(text, TODAY)).toBe(back)
  })

  test('of any text is read without an error, and soon', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
        const found = returnDate(`until ${text}`, TODAY)
        expect(found === null || found > TODAY).toBe(true)
      }),
    )
    // Both would take minutes if their time grew faster than the text.
    returnDate('until 1 '.repeat(100_000), TODAY)
    readReturn(mail({ headers: { from: 'mailer-daemon' }, text: 'user '.repeat(100_000) }), TODAY)
  })
})

test('the original comes before what is answered to, and that before what is quoted', () => {
  const found = mentionedIds(
    mail({
      headers: { 'in-reply-to': '<b2@h>', references: '<c3@h> <b2@h>' },
      text: 'he wrote in <D4@h>',
      parts: [{ type: 'text/rfc822-headers', text: 'Message-ID: <a1@h>' }],
    }),
    /[a-z]\d(?=@)/gi,
  )
  expect(found).toEqual(['a1', 'b2', 'c3', 'd4'])
})
