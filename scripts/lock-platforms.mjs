// A lock file made behind a registry mirror that lacks the binaries of other systems leaves them out, and `npm ci`
// then refuses it everywhere. This adds the missing entries: their versions are those their parents ask for, and
// their system follows from their name. Run it after adding a dependency; `npm test` says when it is needed.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { missingPlatforms } from './lib/lock-file.mjs'

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(file, 'utf8'))

const missing = missingPlatforms(lock)
for (const { path, entry } of missing) lock.packages[path] = entry
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${missing.length} platform entries added to package-lock.json`)
