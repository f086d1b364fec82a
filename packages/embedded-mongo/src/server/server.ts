import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import type { Store } from '../store/store.ts'
import { Cursors } from './cursors.ts'
import { dispatch } from './dispatch.ts'
import { startExpiry } from './expiry.ts'
import { Framer, frameReply, ProtocolError, parseRequest } from './wire.ts'

export type Endpoint = { port: number } | { socket: string }
export type ServerOptions = {
  store: Store
  endpoint: Endpoint
  expiryMs?: number
  warn: (line: string) => void
}

/** Serves a store until `close`, which lets writes under way finish and interrupts reads. */
export class MongoServer {
  private readonly connections = new Map<Socket, Promise<void>>()
  private readonly cursors = new Cursors()
  private readonly options: ServerOptions
  private readonly server: Server
  private readonly stopExpiry: () => Promise<void>
  private readonly sweeper: NodeJS.Timeout
  private lastConnection = 0
  private stopping = false

  private constructor(options: ServerOptions) {
    this.options = options
    this.server = createServer(socket => this.accept(socket))
    this.stopExpiry = startExpiry(options.store, options.expiryMs ?? 60_000, options.warn)
    this.sweeper = setInterval(() => this.cursors.sweep(), 60_000).unref()
  }

  static async listen(options: ServerOptions): Promise<MongoServer> {
    const mongo = new MongoServer(options)
    try {
      await mongo.bind()
    } catch (error) {
      await mongo.close()
      throw error
    }
    return mongo
  }

  /** The port it listens on, when it has one. */
  get port(): number | undefined {
    const address = this.server.address()
    return address !== null && typeof address === 'object' ? address.port : undefined
  }

  async close(): Promise<void> {
    this.stopping = true
    clearInterval(this.sweeper)
    const closed = new Promise(resolve => this.server.close(resolve))
    for (const socket of this.connections.keys()) socket.destroy()
    await Promise.allSettled([...this.connections.values(), this.stopExpiry()])
    await closed
  }

  private bind(): Promise<void> {
    const { endpoint } = this.options
    if ('socket' in endpoint) rmSync(endpoint.socket, { force: true })
    return new Promise((resolve, reject) => {
      this.server.once('error', reject)
      this.server.listen(
        'port' in endpoint ? { port: endpoint.port, host: '127.0.0.1' } : { path: endpoint.socket },
        () => {
          if ('socket' in endpoint) chmodSync(endpoint.socket, 0o600)
          this.server.off('error', reject)
          resolve()
        },
      )
    })
  }

  private accept(socket: Socket) {
    socket.setNoDelay(true)
    // A connection that breaks ends its loop below; there is nobody left to tell.
    socket.on('error', () => undefined)
    const served = this.serve(socket, ++this.lastConnection).finally(() => {
      this.connections.delete(socket)
      socket.destroy()
    })
    this.connections.set(socket, served)
  }

  /** One command after the other; the socket is not read while one runs. */
  private async serve(socket: Socket, connectionId: number) {
    const { store, warn } = this.options
    const framer = new Framer()
    try {
      for await (const chunk of socket)
        for (const message of framer.push(chunk as Buffer)) {
          const request = parseRequest(message)
          const reply = await dispatch(request, {
            store,
            cursors: this.cursors,
            connectionId,
            warn,
            isStopping: () => this.stopping,
          })
          if (request.wantsReply && !socket.destroyed) socket.write(frameReply(request, reply))
        }
    } catch (error) {
      if (error instanceof ProtocolError)
        warn(`a client sent what is not the MongoDB protocol: ${error.message}`)
      else if (!socket.destroyed) warn(`a connection failed: ${String(error)}`)
    }
  }
}
