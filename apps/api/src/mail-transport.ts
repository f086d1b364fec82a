import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'

export interface OutgoingMail {
  to: string
  subject: string
  text: string
  html: string
  messageId: string
  headers: Record<string, string>
  /** An iTIP message that travels as an alternative part, so that mail clients show it as an invitation. */
  calendar: { method: string; content: string } | null
}

export interface MailTransport {
  /** False: no server is set, mails end in the outbox. */
  configured: boolean
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** Mail over SMTP where `SMTP_URL` is set. */
export function createMailTransport(config: Pick<Config, 'smtpUrl' | 'mailFrom'>): MailTransport {
  if (!config.smtpUrl) return { configured: false, send: async () => undefined, close: () => undefined }
  const transport = createTransport(
    {
      url: config.smtpUrl,
      pool: true,
      maxConnections: 4,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    },
    { from: config.mailFrom },
  )
  return {
    configured: true,
    async send({ calendar, ...mail }) {
      await transport.sendMail({
        ...mail,
        disableFileAccess: true,
        disableUrlAccess: true,
        ...(calendar
          ? { icalEvent: { method: calendar.method, content: calendar.content, filename: 'invitation.ics' } }
          : {}),
      })
    },
    close: () => transport.close(),
  }
}
