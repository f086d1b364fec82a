import { createInterface } from 'node:readline'
import { readConfig } from '@sixfold/api/config'
import type { TouchRequest } from '@sixfold/api/features/contact-policy/contact-ledger/service'
import { previewTouches, requestTouches } from '@sixfold/api/features/contact-policy/contact-ledger/service'
import { closeContext, openContext } from '@sixfold/api/server'

// A process of its own that wants to touch contacts as another one does. It says `ready`, and takes one contest a line,
// `guarded` or `unguarded` with the contacts: first it asks; unguarded, it says `decided` and writes at the next line,
// as a program would that counts and then inserts. At the end of each it prints which contacts it was allowed to touch.

const [, , name = '', at = ''] = process.argv
const now = new Date(at)
const ctx = await openContext(readConfig(process.env, []), { clock: { now: () => now } })
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
say('ready')
for (let line = await lines.next(); !line.done; line = await lines.next()) {
  const [guard, ...contactIds] = line.value.split(' ')
  const requests = contactIds.map(request)
  if (guard === 'guarded') say(allowed(requests, await requestTouches(ctx, requests)).join(' '))
  else {
    const wanted = allowed(requests, await previewTouches(ctx, requests))
    say('decided')
    await lines.next()
    for (const contactId of wanted) await writeAnyway(contactId)
    say(wanted.join(' '))
  }
}
await closeContext(ctx)
process.exit(0)

function request(contactId: string): TouchRequest {
  return {
    touchId: `${name}:${contactId}`,
    contactId,
    kind: 'invitation',
    purpose: 'relationship_survey',
    subject: name,
    waveId: name,
  }
}

function allowed(
  requests: readonly TouchRequest[],
  decisions: Awaited<ReturnType<typeof requestTouches>>,
): string[] {
  return requests
    .filter(({ touchId }) => decisions.get(touchId)?.decision === 'allow')
    .map(({ contactId }) => contactId)
}

/** What is left of the ledger's write once its condition is taken out. */
async function writeAnyway(contactId: string): Promise<void> {
  const touch = { touchId: `${name}:${contactId}`, subject: `wave:${name}`, title: name, at: now }
  const entry = { ...touch, kind: 'invitation', channel: 'email', purpose: 'relationship_survey' }
  await ctx.db.connection
    .collection<{ _id: string; touches: object[] }>('contactLedgers')
    .updateOne({ _id: contactId }, { $push: { touches: entry } }, { upsert: true })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
