import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { createMailTransport, MailUncertain } from './mail-transport.ts'

const mail = {
  to: 'mai@example.com',
  subject: 'Xin chào',
  text: 'text',
  html: '<p>text</p>',
  messageId: '<1@localhost>',
  envelopeId: '1',
  headers: {},
  calendar: null,
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A mail server that says `answer` to what each line begins with; null hangs up. Counts the messages it took in. */
async function server(answers: Record<string, string | null>) {
  let taken = 0
  const speak = (socket: Socket) => {
    let message = false
    const say = (word: string, usual: string) => {
      const answer = word in answers ? answers[word] : usual
      if (answer === null) socket.destroy()
      else socket.write(`${answer}\r\n`)
    }
    socket.on('error', () => undefined)
    socket.write('220 test\r\n')
    socket.on('data', chunk => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        if (message && line !== '.') continue
        if (message) {
          message = false
          taken += 1
          say('.', '250 taken')
        } else if (line === 'DATA') {
          message = !('DATA' in answers)
          say('DATA', '354 go on')
        } else say(line.slice(0, 4), '250 ok')
      }
    })
  }
  const listening = createServer(speak).listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const transport = createMailTransport({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'us@example.com',
    mailReturnPath: null,
  })
  closing.push(() => {
    transport.close()
    listening.close()
  })
  return { transport, taken: () => taken }
}

test('a mail that the server confirms is sent', async () => {
  const { transport, taken } = await server({})
  await transport.send(mail)
  expect(taken()).toBe(1)
})

test('R20: a connection that ends after the message, before the confirmation, leaves it open: never twice', async () => {
  const { transport, taken } = await server({ '.': null })
  await expect(transport.send(mail)).rejects.toBeInstanceOf(MailUncertain)
  expect(taken()).toBe(1)
})

test.each([
  ['a refused recipient', { RCPT: '550 nobody' }],
  ['a refused message', { '.': '554 spam' }],
  ['a server that is busy', { DATA: '451 later' }],
  ['a connection that ends before the message', { RCPT: null }],
])('%s is a plain failure', async (_name, answers: Record<string, string | null>) => {
  const { transport } = await server(answers)
  const failure = await transport.send(mail).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Error)
  expect(failure).not.toBeInstanceOf(MailUncertain)
})

test('nothing leaves where no server is set', async () => {
  const transport = createMailTransport({ smtpUrl: null, mailFrom: 'us@example.com', mailReturnPath: null })
  expect(transport.configured).toBe(false)
  await transport.send(mail)
})
