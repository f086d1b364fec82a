import type { Context } from '../context.ts'
import type { ContactRow } from '../features/customers/contacts/service.ts'
import { findContactsByEmail, findContactsByExternalId } from '../features/customers/contacts/service.ts'
import { eraseContact } from '../features/privacy/erasures/service.ts'
import type { Command, Terminal } from './command.ts'
import { CommandFailed, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const eraseContactCommand: Command = {
  usage: 'erase-contact --email ADDRESS | --contact ID [--yes]',
  summary: 'Erase a person whole, and say what that does to the numbers',
  help: `Names the person by the e-mail address, or by the contact's id in your customer list. Shows whom it found and asks for the
address once more; --yes answers for scripts. It cannot be taken back.
Records that were merged into this one, links, drafts, files and mails go as well; ratings stay as numbers where nobody can
be recognised. No mail is sent. Safe while Sixfold runs, and safe to repeat, such as after restoring a backup.`,
  options: { email: { type: 'string' }, contact: { type: 'string' }, yes: { type: 'boolean' } },
  async run(terminal, words, { email, contact, yes }) {
    if (words.length > 0 || (email === undefined) === (contact === undefined))
      throw new UsageError('Name the person by --email or by --contact.')
    const named = typeof email === 'string' ? { email } : { contact: String(contact) }
    await withContext(terminal, ctx => eraseNamed(ctx, terminal, { ...named, yes: yes === true }))
  },
}

/** Whom to erase: by the address, or by the id in the customer list. */
export type NamedPerson = ({ email: string } | { contact: string }) & { yes: boolean }

export async function eraseNamed(
  ctx: Context,
  terminal: Pick<Terminal, 'say' | 'ask'>,
  named: NamedPerson,
): Promise<void> {
  const found =
    'email' in named
      ? await findContactsByEmail(ctx, [named.email.trim().toLowerCase()])
      : await findContactsByExternalId(ctx, [named.contact])
  const person = onlyOne(found)
  terminal.say(`${person.name}, ${person.email}`)
  if (!named.yes) await confirm(terminal, person)
  await erase(ctx, terminal, person)
}

function onlyOne(found: readonly ContactRow[]): ContactRow {
  const [person, ...more] = found.filter(({ erased }) => !erased)
  if (!person) throw new CommandFailed('Nobody of this name is known. Nothing was changed.')
  if (more.length > 0) {
    const ids = [person, ...more].map(({ externalId }) => externalId).join(', ')
    throw new CommandFailed(`Several contacts have this address: ${ids}. Name one by --contact.`)
  }
  return person
}

async function confirm(terminal: Pick<Terminal, 'ask'>, { email }: ContactRow): Promise<void> {
  const typed = await terminal.ask('This cannot be taken back. Type the e-mail address to erase: ')
  if (typed === null) throw new UsageError('Nobody can be asked here: say --yes.')
  if (typed.trim().toLowerCase() !== email.toLowerCase())
    throw new CommandFailed('That is another address. Nothing was changed.')
}

async function erase(ctx: Context, terminal: Pick<Terminal, 'say'>, person: ContactRow): Promise<void> {
  const effects = await eraseContact(ctx, person.mergedInto ?? person._id, 'operator')
  for (const { waveName, fate, before, after } of effects)
    terminal.say(
      fate === 'kept'
        ? `${waveName}: the ratings stay without a name (${after} responses as before).`
        : `${waveName}: the answers are gone, too few people answered (${before} responses, now ${after}).`,
    )
  terminal.say('Erased. Copies in backups go when the backups are replaced.')
}
