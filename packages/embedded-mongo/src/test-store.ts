import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A fresh directory for a test, and its removal. */
export function temporaryDirectory(): { directory: string; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'sixfold-embedded-'))
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) }
}
