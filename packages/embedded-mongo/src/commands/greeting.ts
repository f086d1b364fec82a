import { MAX_MESSAGE_BYTES } from '../server/wire.ts'
import { MAX_DOCUMENT_BYTES } from '../values/decode.ts'
import type { Command } from './command.ts'

/** MongoDB 7.0: the newest whose every driver-visible behaviour is either given or refused here. */
const WIRE_VERSION = 21
const VERSION = '7.0.0'

const hello: Command = {
  accepts: [
    'helloOk',
    'client',
    'compression',
    'loadBalanced',
    'saslSupportedMechs',
    'speculativeAuthenticate',
    'topologyVersion',
    'maxAwaitTimeMS',
    'hello',
    'backpressure',
  ],
  run: (_args, { connectionId }) => ({
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
  }),
}

const nothing: Command = { accepts: [], run: () => ({}) }

export const greetingCommands: Record<string, Command> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: nothing,
  endSessions: nothing,
  refreshSessions: nothing,
  buildInfo: {
    accepts: [],
    run: () => ({
      version: VERSION,
      gitVersion: 'embedded',
      modules: [],
      versionArray: VERSION.split('.').map(Number).concat(0),
      storageEngines: ['lmdb'],
      maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    }),
  },
}
greetingCommands.buildinfo = greetingCommands.buildInfo as Command
