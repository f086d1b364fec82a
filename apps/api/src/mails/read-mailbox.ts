import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { LARGEST_RETURN } from './parse-returned.ts'

/** A mail as its mailbox holds it; null: larger than any that can come back. */
export type KeptMail = Uint8Array | null

/** The mails of an mbox file (RFC 4155), of a Maildir, or of a file that holds one mail, one after the other. */
export async function* readMailbox(path: string): AsyncGenerator<KeptMail> {
  if ((await stat(path)).isDirectory()) yield* readMaildir(path)
  else yield* readMbox(path)
}

/** `new` holds what nobody has looked at, `cur` the rest; a plain folder of mails is read as well. */
async function* readMaildir(path: string): AsyncGenerator<KeptMail> {
  const names = await readdir(path, { withFileTypes: true })
  const boxes = names.filter(name => name.isDirectory() && ['new', 'cur'].includes(name.name))
  const folders = boxes.length > 0 ? boxes.map(({ name }) => join(path, name)) : [path]
  for (const folder of folders)
    for (const entry of (await readdir(folder, { withFileTypes: true })).sort(byName)) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue
      const file = join(folder, entry.name)
      yield (await stat(file)).size > LARGEST_RETURN ? null : await readFile(file)
    }
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)

async function* readMbox(path: string): AsyncGenerator<KeptMail> {
  // Bytes as letters, so that nothing is read in a wrong encoding.
  const lines = createInterface({
    input: createReadStream(path, 'latin1'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let kept: string[] = []
  let size = 0
  let afterBlank = true
  const take = (): KeptMail | undefined => {
    const mail = size > LARGEST_RETURN ? null : Buffer.from(kept.join('\r\n'), 'latin1')
    const empty = size === 0
    kept = []
    size = 0
    return empty ? undefined : mail
  }
  for await (const line of lines) {
    if (afterBlank && line.startsWith('From ')) {
      const mail = take()
      if (mail !== undefined) yield mail
      continue
    }
    afterBlank = line === ''
    // Leading blank lines belong to no mail.
    if (line === '' && size === 0) continue
    size += line.length + 2
    if (size <= LARGEST_RETURN) kept.push(line.replace(/^>(>*From )/, '$1'))
    else kept = []
  }
  const mail = take()
  if (mail !== undefined) yield mail
}
