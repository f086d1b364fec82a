import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'

/** Beside each script and style sheet its compressed forms, so that the API compresses nothing at run time. */
function compressed(): Plugin {
  return {
    name: 'sixfold:compressed',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!/\.(js|css)$/.test(fileName)) continue
          const source = file.type === 'chunk' ? file.code : file.source
          this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(source) })
          this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(source, { level: 9 }) })
        }
      },
    },
  }
}

/** Two bundles of one source: what the browser loads, and the renderer that the API loads. */
export default defineConfig(({ isSsrBuild }) => ({
  base: '/portal/',
  plugins: [react(), ...(isSsrBuild ? [] : [compressed()])],
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
    : {
        outDir: 'dist/client',
        manifest: true,
        modulePreload: false,
        target: 'es2020',
        // A font or image inlined as data: would be fetched by everybody, and needs a wider policy.
        assetsInlineLimit: 0,
        rollupOptions: { input: 'src/entry-client.tsx' },
      },
}))
