import { expect, test } from '@jest/globals'
import { samplePdf, samplePng, sampleZip } from '@sixfold/testkit/sample-files'
import fc from 'fast-check'
import { recognise } from './recognise.ts'

const asContent = (bytes: Buffer) => ({
  head: bytes.subarray(0, 64 * 1024),
  tail: bytes.subarray(-64 * 1024),
  bytes: bytes.length,
  async *read() {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
  },
})
const odt = sampleZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })

test('tells a file by what is in it', async () => {
  expect(await recognise(asContent(samplePng(1, 2, 3)))).toBe('image/png')
  expect(await recognise(asContent(samplePdf(10_000)))).toBe('application/pdf')
  expect(await recognise(asContent(odt))).toBe('application/vnd.oasis.opendocument.text')
  expect(await recognise(asContent(Buffer.from('just words')))).toBeNull()
})

test('finds a program wherever its name falls between two pieces', async () => {
  for (let padding = 0; padding < 1_100; padding += 37) {
    const file = sampleZip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      pad: 'x'.repeat(padding),
      vbaProject: '',
    })
    expect([padding, await recognise(asContent(file))]).toEqual([padding, null])
  }
})

test('whatever is sent, it is told or not told, and never a fault', async () => {
  const starts = [
    '',
    'PK\x03\x04',
    '\x89PNG\r\n\x1a\n',
    '%PDF-1.7',
    'RIFF\xff\xff\xff\xffWEBP',
    '\xff\xd8\xff\xe0',
    'GIF89a',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.uint8Array({ maxLength: 400 }),
      fc.nat(odt.length),
      async (start, noise, cut) => {
        const files = [
          Buffer.concat([Buffer.from(start, 'latin1'), noise]),
          odt.subarray(0, cut),
          Buffer.concat([odt.subarray(0, cut), noise, odt.subarray(cut)]),
        ]
        for (const file of files) {
          const type = await recognise(asContent(file))
          expect(type === null || type.includes('/')).toBe(true)
        }
      },
    ),
    { numRuns: 300 },
  )
})
