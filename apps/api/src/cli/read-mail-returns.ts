import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ReturnOutcome } from '../features/contact-policy/mail-returns/service.ts'
import { takeReturnedMail } from '../features/contact-policy/mail-returns/service.ts'
import { readMailbox } from '../mails/read-mailbox.ts'
import type { Command } from './command.ts'
import { CommandFailed, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

const said: Record<ReturnOutcome | 'too_large', string> = {
  hard_bounce: 'mailboxes that do not exist',
  soft_bounce: 'put off by a mail server',
  refused: 'refused by a mail server',
  complaint: 'complaints',
  auto_reply: 'absence notes',
  calendar_reply: 'answers of guests out of their calendars',
  calendar_review: 'answers out of calendars that somebody has to look at',
  other: 'written by people, or of no concern',
  unknown: 'about no mail of ours',
  repeated: 'read before',
  unreadable: 'no mails',
  too_large: 'too large to be a return',
}

export const readMailReturns: Command = {
  usage: 'read-mail-returns FILE|FOLDER',
  summary: 'Read what came back from a mailbox: bounces, complaints, absence notes',
  help: `FILE is an mbox file or one mail, FOLDER a Maildir. Nothing in it is changed, and reading it again changes nothing:
run it as often as you like, beside a running Sixfold. docs/mail.md says what follows from what.`,
  async run(terminal, [file]) {
    if (!file) throw new UsageError('Say which mailbox to read.')
    const path = resolve(file)
    if (!existsSync(path)) throw new CommandFailed(`${path} does not exist.`)
    await withContext(terminal, async ctx => {
      const counts = new Map<keyof typeof said, number>()
      let read = 0
      for await (const mail of readMailbox(path)) {
        const outcome = mail === null ? 'too_large' : await takeReturnedMail(ctx, mail, 'file')
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
        read += 1
        terminal.progress(`${read} mails`)
      }
      terminal.say(`${read} mails read.`)
      for (const [outcome, words] of Object.entries(said)) {
        const count = counts.get(outcome as keyof typeof said)
        if (count) terminal.say(`  ${String(count).padStart(6)} ${words}`)
      }
    })
  },
}
