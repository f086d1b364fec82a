import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { minifyContractRouter } from '@orpc/contract'
import { contract } from '@sixfold/contract/contract'
import react from '@vitejs/plugin-react'
import type { Plugin, UserConfig } from 'vite'

/** The server writes a fresh nonce over this text in every page it serves, and the same into the page's policy. */
export const noncePlaceholder = '%CSP_NONCE%'

// Runs before the first paint, so that a chosen dark or light look never flashes in the other one.
const themeScript = `(function(){try{var t=localStorage.getItem('sixfold.theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t;var l=localStorage.getItem('sixfold.language');if(l==='en'||l==='vi')document.documentElement.lang=l}catch(e){}})()
`

// Assets are kept by browsers for ever, so a name changes with the contents.
function named(name: string, source: string): { fileName: string; source: string } {
  const [stem, ending] = name.split('.')
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8)
  return { fileName: `assets/${stem}-${hash}.${ending}`, source }
}

const script = named('theme-first.js', themeScript)
const sign = named('sixfold.svg', readFileSync(new URL('./sixfold.svg', import.meta.url), 'utf8'))

/** Puts what every page's head needs into it: the sign, and the look before the first paint. */
function pageHead(base: string): Plugin {
  return {
    name: 'sixfold:page-head',
    configureServer(server) {
      for (const [file, type] of [
        [script, 'text/javascript'],
        [sign, 'image/svg+xml'],
      ] as const) {
        server.middlewares.use(`${base}${file.fileName}`, (_request, response) => {
          response.setHeader('content-type', type).end(file.source)
        })
      }
    },
    generateBundle() {
      for (const file of [script, sign]) this.emitFile({ type: 'asset', ...file })
    },
    transformIndexHtml() {
      return [
        { tag: 'script', attrs: { src: `${base}${script.fileName}` }, injectTo: 'head-prepend' as const },
        {
          tag: 'link',
          attrs: { rel: 'icon', href: `${base}${sign.fileName}`, type: 'image/svg+xml' },
          injectTo: 'head' as const,
        },
      ]
    },
  }
}

/** A browser needs only the addresses of the contract; building every schema of it would hold up each page. */
function slimContract(): Plugin {
  return {
    name: 'sixfold:slim-contract',
    load: id =>
      id.endsWith('/packages/contract/src/contract.ts')
        ? `export const contract = ${JSON.stringify(minifyContractRouter(contract))}`
        : null,
  }
}

export interface ViteAppOptions {
  /** Where the app lives on the site, with both slashes: `/builder/`. */
  base: string
  /** Where the API listens while developing. */
  api?: string
}

/** The build and the development server of one staff app. */
export function viteApp({ base, api = 'http://localhost:3000' }: ViteAppOptions): UserConfig {
  return {
    base,
    plugins: [react(), pageHead(base), slimContract()],
    html: { cspNonce: noncePlaceholder },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2022',
      // An image inlined as data: would need a wider policy than the server sends.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1200,
      rolldownOptions: {
        output: {
          // Files that share much may need each other; what they hold still runs in the order of its imports.
          strictExecutionOrder: true,
          // Named after all their pages otherwise.
          chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
          // A page asks for a few files: what every page needs, what some share, and its own.
          codeSplitting: {
            groups: [
              { name: 'start', tags: ['$initial'], priority: 2 },
              { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 60_000 },
            ],
          },
        },
      },
    },
    server: { proxy: { '/api': api, '/socket.io': { target: api, ws: true } } },
  }
}
