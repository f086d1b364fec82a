import { gzipSync } from 'node:zlib'
import { prepareWave } from '../prepare-wave.ts'
import { startSixfold, withTempDir } from '../process.ts'
import type { Row } from '../row.ts'

/** Bytes of the portal's first view, compressed, by kind; fonts are told apart because the page does not wait for them. */
export const portalWeight: Row = {
  name: 'portal-weight',
  run: () =>
    withTempDir(async dir => {
      const { tokens } = await prepareWave(dir, 1)
      const server = await startSixfold(dir)
      try {
        const page = await (await fetch(`${server.url}/r/${tokens[0]}`)).text()
        const urls = [...page.matchAll(/(?:href|src)="(\/[^"]+\.(css|js|woff2))"/g)].map(
          ([, url = '', kind = '']) => ({ url, kind }),
        )
        const sizes: Record<string, number> = { html: gzipSync(page).length, css: 0, js: 0, woff2: 0 }
        for (const { url, kind } of new Map(urls.map(item => [item.url, item])).values()) {
          const bytes = Buffer.from(await (await fetch(`${server.url}${url}`)).arrayBuffer())
          sizes[kind] = (sizes[kind] ?? 0) + (kind === 'woff2' ? bytes.length : gzipSync(bytes).length)
        }
        const kB = (kind: string) => `${((sizes[kind] ?? 0) / 1000).toFixed(1)} kB`
        return [
          { row: 'portal-weight', figure: 'HTML of the first page, gzip', value: kB('html') },
          { row: 'portal-weight', figure: 'CSS, gzip', value: kB('css'), target: 'at most 15 kB' },
          { row: 'portal-weight', figure: 'JavaScript, gzip', value: kB('js'), target: 'at most 100 kB' },
          { row: 'portal-weight', figure: 'fonts that the page names', value: kB('woff2') },
          {
            row: 'portal-weight',
            figure: 'requests named by the page, itself included',
            value: String(new Set(urls.map(({ url }) => url)).size + 1),
            target: 'at most 6',
          },
        ]
      } finally {
        await server.stop()
      }
    }),
}
