import module, { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Runtime from 'jest-runtime'
import { root } from '../lib/project.mjs'

const require = createRequire(import.meta.url)

/**
 * Runs test files as Node.js runs the product: its own loader, its own globals, no sandbox. Files of one worker share
 * the modules they import, which jest's sandbox would load and compile anew for each of them. What a test file gets
 * from `@jest/globals` is its own all the same.
 */
export default class NativeRuntime extends Runtime {
  unstable_shouldLoadAsEsm() {
    return true
  }

  async unstable_importModule(path) {
    current = this
    const { href } = pathToFileURL(path)
    const times = imported.get(href) ?? 0
    imported.set(href, times + 1)
    await import(times === 0 ? href : `${href}?again=${times}`)
    module.flushCompileCache()
  }

  // Hooks and tests of one file are kept by the framework in its module: each file has one of its own.
  requireInternalModule(path) {
    delete require.cache[path]
    Reflect.deleteProperty(globalThis, Symbol.for('EVENT_HANDLERS'))
    return require(path)
  }

  /** What `@jest/globals` holds for the file that runs now. */
  globals() {
    return this.jestGlobals.cjsGlobals(this._testPath)
  }
}

/** The runtime of the file that runs now. */
let current
/** How often each file was imported: setup files are needed for every test file. */
const imported = new Map()

process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/node')
module.enableCompileCache(process.env.NODE_COMPILE_CACHE)

const GLOBALS = 'sixfold-jest:globals'
const names = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it', 'jest', 'test']
globalThis[Symbol.for(GLOBALS)] = () => current.globals()
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== '@jest/globals') return next(specifier, context)
    // A module that stays would keep the hooks and tests of the first file that needed it.
    if (!imported.has(context.parentURL.split('?')[0]))
      throw new Error(`${context.parentURL}: only test files may import @jest/globals`)
    return { url: `${GLOBALS}?of=${encodeURIComponent(context.parentURL)}`, shortCircuit: true }
  },
  load: (url, context, next) =>
    url.startsWith(GLOBALS)
      ? {
          format: 'module',
          shortCircuit: true,
          source: `export const { ${names.join(', ')} } = globalThis[Symbol.for('${GLOBALS}')]()`,
        }
      : next(url, context),
})
