import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Two bundles of one source: what the browser loads, and the renderer that the API loads. */
export default defineConfig(({ isSsrBuild }) => ({
  base: '/portal/',
  plugins: [react()],
  // The renderer runs inside an API that may be started without NODE_ENV; React's development build would be slow.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  publicDir: false,
  ssr: { noExternal: true },
  build: isSsrBuild
    ? {
        ssr: 'src/entry-server.tsx',
        outDir: 'dist/server',
        target: 'node20',
        rollupOptions: { output: { entryFileNames: 'entry.js' } },
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
