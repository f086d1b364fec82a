import { connect } from 'node:net'
import { Framer, frameRequest, parseReply } from './server/wire.ts'
import type { Doc } from './values/types.ts'

/** Sends one command to a running embedded database and gives its reply. */
export function sendCommand(uri: string, command: Doc): Promise<Doc> {
  const host = decodeURIComponent(/^mongodb:\/\/([^/?]+)/.exec(uri)?.[1] ?? '')
  const socket = host.startsWith('/')
    ? connect(host)
    : connect(Number(host.split(':')[1]), host.split(':')[0])
  const framer = new Framer()
  return new Promise<Doc>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => reject(new Error(`the embedded database at ${uri} closed the connection`)))
    socket.on('data', chunk => {
      for (const message of framer.push(chunk as Buffer)) {
        const reply = parseReply(message)
        if (Number(reply.ok) === 1) resolve(reply)
        else reject(new Error(String(reply.errmsg)))
      }
    })
    socket.write(frameRequest(1, command))
  }).finally(() => socket.destroy())
}
