import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { foldLines } from './content-lines.ts'
import { LONGEST_REPLY, readReplies } from './read-reply.ts'

const uid = 'f3b0a6f0-8d0f-4f58-9a55-1d9f8e1d2c3b@sixfold.example'

/** As Outlook writes it, with a zone, an alarm of its own and properties of its own. */
const outlook = `BEGIN:VCALENDAR
METHOD:REPLY
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:SE Asia Standard Time
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT=DECLINED;CN="Phạm Thu Hà":MAILTO:Ha@Example.com
COMMENT;LANGUAGE=vi-VN:Rất tiếc\\, tôi bận.\\nHẹn lần sau!
UID:${uid}
SUMMARY;LANGUAGE=vi-VN:Declined: Tọa đàm
DTSTART;TZID=SE Asia Standard Time:20261210T083000
DTEND;TZID=SE Asia Standard Time:20261210T120000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:20261120T020304Z
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:2
X-MICROSOFT-CDO-APPT-SEQUENCE:2
X-MICROSOFT-CDO-BUSYSTATUS:FREE
END:VEVENT
END:VCALENDAR
`

/** As Google writes it. */
const google = `BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REPLY
BEGIN:VEVENT
DTSTART:20261210T013000Z
DTEND:20261210T050000Z
DTSTAMP:20261120T020304Z
ORGANIZER;CN=Sao Mai:mailto:roundtables@sixfold.example
UID:${uid}
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=ha@exam
 ple.com;X-NUM-GUESTS=0:mailto:ha@example.com
CREATED:20261120T010000Z
LAST-MODIFIED:20261120T020304Z
LOCATION:Huế
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Tọa đàm
TRANSP:OPAQUE
END:VEVENT
END:VCALENDAR
`

const one = (text: string) => {
  const read = readReplies(text)
  return read.kind === 'replies' ? read.replies[0] : read.kind
}

const crlf = (text: string) => text.replaceAll('\n', '\r\n')

describe('readReplies', () => {
  test('a declining Outlook, with a remark', () => {
    const expected = {
      uid,
      address: 'ha@example.com',
      name: 'Phạm Thu Hà',
      answer: 'decline',
      sequence: 2,
      stamp: new Date('2026-11-20T02:03:04Z'),
      comment: 'Rất tiếc, tôi bận.\nHẹn lần sau!',
    }
    expect(one(crlf(outlook))).toEqual(expected)
    expect(one(outlook)).toEqual(expected)
    expect(one(`\uFEFF${outlook.replaceAll('\n', '\n\n')}`)).toEqual(expected)
  })

  test('an accepting Google', () => {
    expect(one(crlf(google))).toEqual({
      uid,
      address: 'ha@example.com',
      name: 'ha@example.com',
      answer: 'accept',
      sequence: 0,
      stamp: new Date('2026-11-20T02:03:04Z'),
      comment: '',
    })
  })

  test('what is neither yes nor no keeps its own name', () => {
    expect(one(google.replace('=ACCEPTED', '=TENTATIVE'))).toMatchObject({ answer: 'tentative' })
    expect(one(google.replace('=ACCEPTED', '=DELEGATED'))).toMatchObject({ answer: 'delegated' })
    expect(one(google.replace('=ACCEPTED', '=X-MAYBE'))).toMatchObject({ answer: 'none' })
    expect(one(google.replace('METHOD:REPLY', 'METHOD:COUNTER'))).toMatchObject({ answer: 'counter' })
  })

  test('an invitation, a calendar without a method and other texts answer nothing', () => {
    expect(one(google.replace('METHOD:REPLY', 'METHOD:REQUEST'))).toBe('other')
    expect(one(google.replace('METHOD:REPLY\n', ''))).toBe('other')
    expect(one(google.replace(/UID:.*\n/, ''))).toBe('other')
    expect(one(google.replace('mailto:ha@example.com', 'urn:nobody'))).toBe('other')
    expect(one('')).toBe('unreadable')
    expect(one('BEGIN:VCARD\nEND:VCARD')).toBe('unreadable')
    expect(one(google.replace('END:VEVENT\n', ''))).toBe('unreadable')
    expect(one('x'.repeat(LONGEST_REPLY + 1))).toBe('unreadable')
  })

  test('numbers and times that make no sense are not believed', () => {
    expect(one(google.replace('SEQUENCE:0', 'SEQUENCE:-4'))).toMatchObject({ sequence: 0 })
    expect(one(google.replace('SEQUENCE:0', 'SEQUENCE:many'))).toMatchObject({ sequence: 0 })
    expect(one(google.replace('DTSTAMP:20261120T020304Z', 'DTSTAMP:20261120T020304'))).toMatchObject({
      stamp: null,
    })
    expect(one(google.replace('DTSTAMP:20261120T020304Z\n', ''))).toMatchObject({ stamp: null })
  })

  test('whatever comes, reading it ends, with texts of bounded length', () => {
    const lines = google.split('\n')
    const garbled = fc
      .array(fc.oneof(fc.constantFrom(...lines), fc.string({ unit: 'binary', maxLength: 200 })), {
        maxLength: 60,
      })
      .map(parts => parts.join('\r\n'))
    fc.assert(
      fc.property(garbled, text => {
        const read = readReplies(text)
        for (const reply of read.kind === 'replies' ? read.replies : []) {
          expect(reply.address.length).toBeLessThanOrEqual(254)
          expect(reply.name.length).toBeLessThanOrEqual(200)
          expect(reply.comment.length).toBeLessThanOrEqual(500)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('an answer that another library wrote reads back, folded, in Vietnamese, Chinese and emoji', () => {
    const words = fc
      .array(fc.constantFrom('Đường', '會議室', '👩🏽‍💻', ' ', ';', ',', 'n', 'ễ'), {
        minLength: 1,
        maxLength: 60,
      })
      .map(parts => `Hà ${parts.join('')}.`)
    const answers = { ACCEPTED: 'accept', DECLINED: 'decline', TENTATIVE: 'tentative' } as const
    fc.assert(
      fc.property(
        words,
        words,
        fc.nat({ max: 1000 }),
        fc.constantFrom(...Object.keys(answers)),
        (name, comment, sequence, partstat) => {
          const calendar = new ICAL.Component('vcalendar')
          calendar.updatePropertyWithValue('method', 'REPLY')
          const event = new ICAL.Component('vevent')
          event.updatePropertyWithValue('uid', uid)
          event.updatePropertyWithValue('sequence', sequence)
          event.updatePropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString('2026-11-20T02:03:04Z'))
          event.updatePropertyWithValue('comment', comment)
          const attendee = new ICAL.Property('attendee', event)
          attendee.setValue('mailto:ha@example.com')
          attendee.setParameter('cn', name)
          attendee.setParameter('partstat', partstat)
          event.addProperty(attendee)
          calendar.addSubcomponent(event)
          // The library counts characters when it folds; our own folding is by octets.
          const unfolded = calendar.toString().replaceAll(/\r\n[ \t]/g, '')
          for (const text of [calendar.toString(), foldLines(unfolded.split('\r\n'))])
            expect(one(text)).toMatchObject({
              answer: answers[partstat as keyof typeof answers],
              sequence,
              stamp: new Date('2026-11-20T02:03:04Z'),
              comment: comment.slice(0, 500).trim(),
              name: name.slice(0, 200).trim(),
            })
        },
      ),
      { numRuns: 100 },
    )
  })
})
