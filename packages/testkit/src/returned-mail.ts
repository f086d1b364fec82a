import { takeReturnedMail } from '@sixfold/api/features/contact-policy/mail-returns/service'
import type { TestApi } from './start-test-api.ts'

/** Has a mail come back to the house, with a calendar part: `await mailBack(api, 'a@example.com', reply)`. */
export async function mailBack(api: TestApi, sender: string, calendar: string): Promise<void> {
  const mail = [
    `From: ${sender}`,
    'Subject: Re',
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    '',
    calendar,
  ].join('\r\n')
  await takeReturnedMail(api.ctx, Buffer.from(mail), 'webhook')
}
