import { ModuleMocker } from 'jest-mock'

/** Test files see the process as it is; what jest and they change in it is put back after each file. */
export default class NativeEnvironment {
  global = globalThis
  moduleMocker = new ModuleMocker(globalThis)
  fakeTimers = null
  fakeTimersModern = null
  #before = {
    environment: { ...process.env },
    console: globalThis.console,
    exit: process.exit,
    stackTraceLimit: Error.stackTraceLimit,
  }

  async setup() {}

  async teardown() {
    const { environment, console, exit, stackTraceLimit } = this.#before
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
    Object.assign(process.env, environment)
    Object.assign(globalThis, { console })
    process.exit = exit
    Error.stackTraceLimit = stackTraceLimit
    for (const name of ['TEST_TIMEOUT_SYMBOL', 'RETRY_TIMES', 'LOG_ERRORS_BEFORE_RETRY'])
      Reflect.deleteProperty(globalThis, Symbol.for(name))
  }

  getVmContext() {
    return null
  }

  exportConditions() {
    return ['node', 'node-addons']
  }
}
