import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { Email } from 'postal-mime'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/**
 * How the server treats the next mails: takes them, takes them after `delay` milliseconds, refuses the recipient for
 * good (550) or for now (451), or cuts the connection after the whole mail was sent and before it was acknowledged.
 */
export type MailBehaviour =
  | { kind: 'accept' }
  | { kind: 'slow'; delay: number }
  | { kind: 'refuse'; forNow?: boolean }
  | { kind: 'drop' }

export interface ReceivedMail {
  from: string
  to: string[]
  subject: string
  text: string
  html: string
  headers: Map<string, string>
  attachments: Email['attachments']
  /** Every address a reader could follow, as written in the HTML part. */
  links: string[]
  raw: string
}

export interface MailSink {
  /** For `SMTP_URL`. */
  url: string
  /** The mails that were acknowledged, oldest first. */
  mails: ReceivedMail[]
  behave(behaviour: MailBehaviour): void
  /** The first acknowledged mail that fits, waiting for it if need be. */
  waitFor(fits: (mail: ReceivedMail) => boolean, patience?: number): Promise<ReceivedMail>
  close(): Promise<void>
}

/** Starts a mail server on a free port of this machine that keeps what it gets. */
export async function startMailSink(): Promise<MailSink> {
  const mails: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  let behaviour: MailBehaviour = { kind: 'accept' }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo(_address, _session, answer) {
      if (behaviour.kind !== 'refuse') return answer()
      answer(
        behaviour.forNow
          ? refusal(451, 'try again later')
          : refusal(550, '5.1.1 there is nobody of this name here'),
      )
    },
    onData(stream, session, answer) {
      const treatment = behaviour
      buffer(stream)
        .then(async raw => {
          if (treatment.kind === 'drop') return cutOff(sockets)
          if (treatment.kind === 'slow') await wait(treatment.delay)
          const { mailFrom, rcptTo } = session.envelope
          mails.push(
            await parse(
              raw,
              mailFrom ? mailFrom.address : '',
              rcptTo.map(to => to.address),
            ),
          )
          answer()
        })
        .catch(answer)
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    behave(next) {
      behaviour = next
    },
    async waitFor(fits, patience = 5000) {
      const deadline = performance.now() + patience
      for (;;) {
        const mail = mails.find(fits)
        if (mail) return mail
        if (performance.now() > deadline) throw new Error(`no such mail among ${describe(mails)}`)
        await wait(10)
      }
    },
    async close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      cutOff(sockets)
      await closed
    },
  }
}

function cutOff(sockets: Iterable<Socket>): void {
  for (const socket of sockets) socket.destroy()
}

async function parse(raw: Buffer, from: string, to: string[]): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(raw)
  const html = mail.html ?? ''
  return {
    from,
    to,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html,
    headers: new Map(mail.headers.map(({ key, value }) => [key, value])),
    attachments: mail.attachments,
    links: [...html.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&')),
    raw: raw.toString(),
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

function describe(mails: readonly ReceivedMail[]): string {
  return mails.length === 0
    ? 'none'
    : mails.map(mail => `"${mail.subject}" to ${mail.to.join(', ')}`).join('; ')
}
