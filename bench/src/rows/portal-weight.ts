import { get } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { prepareWave } from '../prepare-wave.ts'
import { startSixfold, withTempDir } from '../process.ts'
import type { Row } from '../row.ts'

type Encoding = 'br' | 'gzip'

/**
 * Bytes of the portal's first view as they travel, by kind: Brotli is what every browser that runs the script asks for over
 * HTTPS, gzip what others get. Fonts are told apart because the page does not wait for them.
 */
export const portalWeight: Row = {
  name: 'portal-weight',
  run: () =>
    withTempDir(async dir => {
      const { tokens } = await prepareWave(dir, 1)
      const server = await startSixfold(dir)
      try {
        const address = `${server.url}/r/${tokens[0]}`
        const page = await (await fetch(address)).text()
        const urls = new Map(
          [...page.matchAll(/(?:href|src)="(\/[^"]+\.(js|woff2))"/g)].map(([, url = '', kind = '']) => [
            url,
            kind,
          ]),
        )
        const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? ''
        const weigh = async (kind: string, encoding: Encoding) => {
          const sizes = [...urls]
            .filter(([, of]) => of === kind)
            .map(([url]) => bytesSent(`${server.url}${url}`, encoding))
          return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
        }
        const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
        const row = 'portal-weight'
        return [
          { row, figure: 'HTML of the first page, gzip', value: kB(await bytesSent(address, 'gzip')) },
          {
            row,
            figure: 'CSS in it, Brotli',
            value: kB(brotliCompressSync(style).length),
            target: 'at most 15 kB',
          },
          { row, figure: 'CSS in it, gzip', value: kB(gzipSync(style).length), target: 'at most 15 kB' },
          {
            row,
            figure: 'JavaScript, Brotli; the page can be read and answered without it',
            value: kB(await weigh('js', 'br')),
            target: 'at most 100 kB',
          },
          { row, figure: 'JavaScript, gzip', value: kB(await weigh('js', 'gzip')), target: 'at most 100 kB' },
          { row, figure: 'fonts that the page names', value: kB(await weigh('woff2', 'gzip')) },
          {
            row,
            figure: 'requests named by the page, itself included',
            value: String(urls.size + 1),
            target: 'at most 6',
          },
        ]
      } finally {
        await server.stop()
      }
    }),
}

/** Of the body, as it is sent to who accepts this encoding. */
function bytesSent(url: string, encoding: Encoding): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encoding } }, response => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.once('end', () => resolve(bytes))
      response.once('error', reject)
    }).once('error', reject)
  })
}
