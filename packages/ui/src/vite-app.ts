import { createHash } from 'node:crypto'
import react from '@vitejs/plugin-react'
import type { Plugin, UserConfig } from 'vite'

/** The server writes a fresh nonce over this text in every page it serves, and the same into the page's policy. */
export const noncePlaceholder = '%CSP_NONCE%'

// Runs before the first paint, so that a chosen dark or light look never flashes in the other one.
const themeScript = `(function(){try{var t=localStorage.getItem('sixfold.theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t;var l=localStorage.getItem('sixfold.language');if(l==='en'||l==='vi')document.documentElement.lang=l}catch(e){}})()
`

// Assets are kept by browsers for ever, so the name changes with the contents.
const themeFile = `assets/theme-first-${createHash('sha256').update(themeScript).digest('hex').slice(0, 8)}.js`

function themeFirst(base: string): Plugin {
  return {
    name: 'sixfold:theme-first',
    configureServer(server) {
      server.middlewares.use(`${base}${themeFile}`, (_request, response) => {
        response.setHeader('content-type', 'text/javascript').end(themeScript)
      })
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: themeFile, source: themeScript })
    },
    transformIndexHtml() {
      return [{ tag: 'script', attrs: { src: `${base}${themeFile}` }, injectTo: 'head-prepend' as const }]
    },
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
    plugins: [react(), themeFirst(base)],
    html: { cspNonce: noncePlaceholder },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2022',
      // An image inlined as data: would need a wider policy than the server sends.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 900,
    },
    server: { proxy: { '/api': api, '/socket.io': { target: api, ws: true } } },
  }
}
