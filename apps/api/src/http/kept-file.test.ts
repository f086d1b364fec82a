import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { keptFile } from './kept-file.ts'

test('a page that was built anew is read anew; while a build replaces it the last one stands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sixfold-kept-'))
  const path = join(folder, 'index.html')
  const read = keptFile(path)
  expect(read).toThrow(/ENOENT/)
  writeFileSync(path, 'first')
  expect(read()).toBe('first')
  rmSync(path)
  expect(read()).toBe('first')
  writeFileSync(path, 'second')
  utimesSync(path, new Date(), new Date(Date.now() + 5_000))
  expect(read()).toBe('second')
  rmSync(folder, { recursive: true })
})
