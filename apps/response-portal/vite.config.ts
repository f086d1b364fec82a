import { promisify } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import { gzip } from '@gfx/zopfli'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'

/** Beside each script and style sheet its compressed forms, so that the API compresses nothing at run time. */
function compressed(): Plugin {
  return {
    name: 'sixfold:compressed',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!/\.(js|css)$/.test(fileName)) continue
          const source = file.type === 'chunk' ? file.code : file.source
          this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotli(source) })
          this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: await pack(source) })
        }
      },
    },
  }
}

const zopfli = promisify(gzip)

/** For browsers without Brotli: the densest gzip there is, made once. */
function pack(source: string | Uint8Array): Promise<Uint8Array> {
  return zopfli(Buffer.from(source), { numiterations: 15 })
}

function brotli(source: string | Uint8Array): Buffer {
  return brotliCompressSync(source, {
    params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_LGWIN]: 24 },
  })
}

const compiler = '@lingui/message-utils/compileMessage'

/** Compiles the texts that have places to fill in while building, so that no parser of texts travels to the browser. */
function compiledWords(): Plugin {
  return {
    name: 'sixfold:compiled-words',
    enforce: 'post',
    resolveId: { order: 'pre', handler: id => (id === compiler ? `\0${compiler}` : null) },
    load: id => (id === `\0${compiler}` ? 'export const compileMessage = text => [text]' : null),
    transform(code, id) {
      if (!/\/words\/[^/]+\.ts$/.test(id)) return null
      let compiled = code
      for (const { value, start, end } of textsOf(this.parse(code)).reverse())
        compiled = compiled.slice(0, start) + JSON.stringify(compileMessage(value)) + compiled.slice(end)
      return { code: compiled, map: null }
    },
  }
}

interface Text {
  value: string
  start: number
  end: number
}

/** The texts with places to fill in, in the order of the file: the values of object literals. */
function textsOf(node: unknown): Text[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap(textsOf)
  if (isText(node)) return [node.value]
  return Object.values(node).flatMap(textsOf)
}

function isText(node: object): node is { value: Text } {
  const { type, value } = node as { type?: unknown; value?: { type?: unknown; value?: unknown } }
  return (
    type === 'Property' &&
    value?.type === 'Literal' &&
    typeof value.value === 'string' &&
    value.value.includes('{')
  )
}

/** What the browser loads: one entry for each kind of page that needs script. */
const client = {
  outDir: 'dist/client',
  manifest: true,
  modulePreload: false,
  target: 'es2020',
  // A font or image inlined as data: would be fetched by everybody, and needs a wider policy.
  assetsInlineLimit: 0,
  rollupOptions: { input: ['src/entry-survey.ts', 'src/entry-guest.ts'] },
}

/** Bundled by themselves, so that the ordinary survey shares nothing with them and does not grow by them. */
const blind = {
  ...client,
  outDir: 'dist/blind',
  rollupOptions: { input: ['src/entry-ballot.ts', 'src/entry-blind.ts'] },
}

/** A live room keeps a connection open, which no survey needs. */
const live = { ...client, outDir: 'dist/live', rollupOptions: { input: ['src/entry-live.ts'] } }

/** Four builds of one source: what the browser loads, the same for blind surveys, and the renderer that the API loads. */
export default defineConfig(({ isSsrBuild, mode }) => ({
  base: '/portal/',
  plugins: [react(), compiledWords(), ...(isSsrBuild ? [] : [compressed()])],
  // The renderer runs inside an API that may be started without NODE_ENV; React's development build would be slow.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  publicDir: false,
  ssr: { noExternal: true },
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node20',
        rollupOptions: { input: 'src/entry-server.tsx', output: { entryFileNames: 'entry.js' } },
      }
    : mode === 'blind'
      ? blind
      : mode === 'live'
        ? live
        : client,
}))
