import { emailAddress } from '@sixfold/contract/common'
import { newMember } from '@sixfold/contract/staff'
import { createOrganisation, organisationExists } from '../features/house/organisation/service.ts'
import { createMember, isStaff } from '../features/house/staff/service.ts'
import type { Command } from './command.ts'
import { CommandFailed, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const createAdmin: Command = {
  usage: 'create-admin --email ADDRESS --name NAME [--organisation NAME]',
  summary: 'Create an administrator',
  help: `Asks for the password, or takes it from SIXFOLD_PASSWORD where nobody can be asked (at least 12 characters).
With an empty database the organisation is created, too: name it with --organisation.`,
  options: { email: { type: 'string' }, name: { type: 'string' }, organisation: { type: 'string' } },
  async run(terminal, _words, options) {
    const email = emailAddress.safeParse(options.email)
    if (!email.success) throw new UsageError('--email must be an e-mail address.')
    const password = terminal.givenPassword ?? (await terminal.askSecret('Password: '))
    const person = newMember.safeParse({ name: options.name, password, language: 'en' })
    if (!person.success)
      throw new UsageError(
        person.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
      )
    await withContext(terminal, async ctx => {
      if (!(await organisationExists(ctx))) {
        if (typeof options.organisation !== 'string' || !options.organisation.trim())
          throw new UsageError('The database is empty: name the organisation with --organisation.')
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
        await createOrganisation(ctx, { name: options.organisation.trim(), zone, demonstration: false })
      }
      if (await isStaff(ctx, email.data)) throw new CommandFailed(`${email.data} has an account already.`)
      await createMember(ctx, { ...person.data, email: email.data, role: 'administrator', regions: 'all' })
    })
    terminal.say(`${email.data} can sign in at ${terminal.config.publicUrl}`)
  },
}
