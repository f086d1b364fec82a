import { SMTPServer } from 'smtp-server'

// A mail server in a process of its own: takes every mail, keeps none, and tells how many it took and from whom when asked.

let taken = 0
const readers = new Set<string>()
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, session, answer) {
    stream.on('end', () => {
      taken += 1
      for (const { address } of session.envelope.rcptTo) readers.add(address)
      answer()
    })
    stream.resume()
  },
})
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address()
  process.send?.({ port: address && typeof address === 'object' ? address.port : 0 })
})
process.on('message', () => process.send?.({ taken, readers: readers.size }))
