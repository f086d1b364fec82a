import type { ReturnedMail } from './returned-mail.ts'
import { fieldsOf, partOf } from './returned-mail.ts'

/**
 * `hard`: there is no such mailbox, mail will always come back. `soft`: not now: the mailbox is full, the server away.
 * `refused`: the server did not want this mail, for its content or its sender; the mailbox may well exist.
 */
export type BounceSeverity = 'hard' | 'soft' | 'refused'

export interface Bounce {
  severity: BounceSeverity
  /** Enhanced status code (RFC 3463), such as `5.1.1`; empty where none was given. */
  status: string
  /** What the mail server said, shortened. */
  diagnostic: string
}

/** RFC 3463 and the IANA registry: codes that speak of the mailbox or its domain as not existing. */
const NO_SUCH_MAILBOX = new Set(['5.1.0', '5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1', '5.4.4'])
const MAILBOX_FULL = '5.2.2'

/** For servers that give no code, or one that says nothing. */
const UNKNOWN_USER =
  /\b(user|recipient|mailbox|account|address)\b[^.\n]{0,40}\b(unknown|not found|does ?n[o']t exist|not exist|disabled|no longer)|\b(no such|unknown|invalid) (user|recipient|mailbox|account|address)|recipient address rejected: access denied/i
const FULL = /\b(mailbox|quota)\b[^.\n]{0,20}\b(full|exceeded)|over ?quota/i

const SHOWN = 200

/**
 * What a delivery status notification (RFC 3464) says; null when the mail is none, or tells of a success.
 * Old servers that write prose instead are understood as far as they give a code or say that nobody is there.
 *
 * @example readBounce(mail) // { severity: 'hard', status: '5.1.1', diagnostic: '550 5.1.1 User unknown' }
 */
export function readBounce(mail: ReturnedMail): Bounce | null {
  const report = partOf(mail, 'message/delivery-status') ?? partOf(mail, 'message/global-delivery-status')
  return report === null ? readProse(mail) : readReport(report)
}

function readReport(report: string): Bounce | null {
  // The first block is about the message, each other one about a recipient; ours have one recipient.
  const recipients = report
    .split(/\r?\n\s*\r?\n/)
    .map(fieldsOf)
    .filter(fields => fields.action !== undefined)
  const failed = recipients.find(({ action }) => /^failed/i.test(action ?? ''))
  const told = failed ?? recipients.find(({ action }) => /^delayed/i.test(action ?? ''))
  if (!told) return null
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(told.status ?? '')?.[0] ?? ''
  const diagnostic = (told['diagnostic-code'] ?? '').replace(/^[\w-]+\s*;\s*/, '')
  return { ...judge(status, diagnostic), ...(failed ? {} : { severity: 'soft' }) }
}

/** Who sends notifications has no mailbox to answer to. */
const DAEMON = /mailer-daemon|postmaster|mail delivery (sub)?system/i

function readProse({ headers, subject, text }: ReturnedMail): Bounce | null {
  const fromDaemon = DAEMON.test(headers.from ?? '') || headers['return-path'] === '<>'
  if (!fromDaemon || headers['auto-submitted'] === 'auto-replied') return null
  const speaksOfFailure =
    /undeliver|delivery (has )?fail|failure notice|returned mail|could not be delivered/i.test(
      `${subject}\n${text.slice(0, 2000)}`,
    )
  return speaksOfFailure ? bounceOfReply(firstAnswer(text)) : null
}

/** The line in which a server's own answer stands, else the beginning. */
function firstAnswer(text: string): string {
  return /^.*\b[45]\d\d[ -].*$/m.exec(text)?.[0] ?? UNKNOWN_USER.exec(text)?.[0] ?? text.slice(0, SHOWN)
}

/**
 * The same for what a mail server answered while it was being spoken to (RFC 5321).
 *
 * @example bounceOfReply('550 5.1.1 <a@b.example>: User unknown').severity // 'hard'
 * @example bounceOfReply('554 5.7.1 Message looks like spam').severity // 'refused'
 */
export function bounceOfReply(reply: string): Bounce {
  return judge(/\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(reply)?.[0] ?? '', reply)
}

function judge(status: string, said: string): Bounce {
  const diagnostic = said.replaceAll(/\s+/g, ' ').trim().slice(0, SHOWN)
  return { severity: severityOf(status, diagnostic), status, diagnostic }
}

function severityOf(status: string, said: string): BounceSeverity {
  if (status.startsWith('4') || status === MAILBOX_FULL || FULL.test(said)) return 'soft'
  if (NO_SUCH_MAILBOX.has(status) && status !== '5.1.0') return 'hard'
  // Policy, content and protocol are about the mail, whatever words come with them.
  if (/^5\.[3567]\./.test(status)) return 'refused'
  if (UNKNOWN_USER.test(said)) return 'hard'
  return /^4\d\d\b/.test(said) ? 'soft' : 'refused'
}
