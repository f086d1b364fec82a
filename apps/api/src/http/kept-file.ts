import { readFileSync, statSync } from 'node:fs'

/** Reads a text file again once it has changed, such as the page of an app that was built anew; while it is away the last text stands. */
export function keptFile(path: string): () => string {
  let kept = { changed: -1, text: '' }
  return () => {
    try {
      const changed = statSync(path).mtimeMs
      if (changed !== kept.changed) kept = { changed, text: readFileSync(path, 'utf8') }
    } catch (error) {
      if (kept.changed < 0) throw error
    }
    return kept.text
  }
}
