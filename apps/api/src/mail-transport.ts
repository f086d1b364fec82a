import { Readable } from 'node:stream'
import type { SendMailOptions } from 'nodemailer'
import type { Config } from './config.ts'

export interface OutgoingMail {
  /** Instead of the house. */
  from?: { name: string; address: string }
  to: string
  subject: string
  text: string
  html: string
  messageId: string
  /** What a server that knows delivery notifications (RFC 3461) names the mail by in them. */
  envelopeId: string
  headers: Record<string, string>
  /** An iTIP message that travels as an alternative part, so that mail clients show it as an invitation. */
  calendar: { method: string; content: string } | null
}

/** The connection broke after the message had left our hands: the server may have taken it or not. */
export class MailUncertain extends Error {
  override name = 'MailUncertain'
}

export interface MailTransport {
  /** False: no server is set, mails end in the outbox. */
  configured: boolean
  /** Throws {@link MailUncertain} when nobody can know whether the mail left. */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** Mail over SMTP where `SMTP_URL` is set. */
export function createMailTransport(
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'mailReturnPath'>,
): MailTransport {
  if (!config.smtpUrl) return { configured: false, send: async () => undefined, close: () => undefined }
  let opened: ReturnType<typeof openTransport> | undefined
  return {
    configured: true,
    async send({ calendar, envelopeId, ...mail }) {
      const passage: Passage = {
        begun: false,
        begin: () => {
          passage.begun = true
        },
      }
      try {
        opened ??= openTransport(config.smtpUrl ?? '', config.mailFrom)
        const transport = await opened
        await transport.sendMail({
          ...mail,
          begin: passage.begin,
          dsn: { id: envelopeId, return: 'headers', notify: ['failure', 'delay'], recipient: mail.to },
          ...(config.mailReturnPath ? { envelope: { from: config.mailReturnPath, to: mail.to } } : {}),
          disableFileAccess: true,
          disableUrlAccess: true,
          ...(calendar
            ? {
                icalEvent: { method: calendar.method, content: calendar.content, filename: 'invitation.ics' },
              }
            : {}),
        } as SendMailOptions)
      } catch (error) {
        if (passage.begun && !hasReply(error))
          throw new MailUncertain('the connection ended before the server confirmed', { cause: error })
        throw error
      }
    },
    close: () => void opened?.then(transport => transport.close()),
  }
}

/** Loaded with the first mail: a process that sends none need not hold it. */
async function openTransport(url: string, from: string) {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 4,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    },
    { from },
  )
  // The server has asked for the message once its content is read: from then on a lost reply leaves it open.
  transport.use('stream', ({ data, message }, done) => {
    message.processFunc(content => Readable.from(noteReading(content, data as unknown as Passage)))
    done()
  })
  return transport
}

interface Passage {
  begin(): void
  begun: boolean
}

async function* noteReading(content: AsyncIterable<unknown>, passage: Pick<Passage, 'begin'>) {
  passage.begin()
  yield* content
}

function hasReply(error: unknown): boolean {
  return error instanceof Error && 'responseCode' in error && error.responseCode !== undefined
}
