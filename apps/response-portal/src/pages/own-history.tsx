import type { OwnAnswer, OwnData, OwnInterview, OwnInvitation } from '@sixfold/contract/own-data'
import type { UiLanguage } from '@sixfold/contract/words'
import { dayText } from '@sixfold/ui/day-text'
import { isKnownReason, touchRefusalWords } from '@sixfold/ui/words/touch-refusals'
import type { ReactNode } from 'react'
import type { SayOwnData } from '../words/own-data.ts'
import { answerText } from '../words/own-data-text.ts'

interface HistoryProps {
  data: OwnData
  say: SayOwnData
  language: UiLanguage
  dayOf: (instant: string) => string
  /** In a file nothing is folded away. */
  open: boolean
}

/** What was said, asked, sent and done, in the order in which it matters to the person. */
export function OwnHistory({ data, say, language, dayOf, open }: HistoryProps) {
  return (
    <>
      <Said {...{ data, say, dayOf }} />
      <section className="part">
        <h2>{say('invitations')}</h2>
        {data.invitations.length === 0 ? <p className="muted">{say('invitations.none')}</p> : null}
        <ul className="things">
          {data.invitations.map((one, at) => (
            <Invitation key={String(at)} {...{ one, say, language, dayOf, open }} />
          ))}
        </ul>
      </section>
      {data.interviews.length === 0 ? null : (
        <section className="part">
          <h2>{say('interviews')}</h2>
          <ul className="things">
            {data.interviews.map(one => (
              <Interview key={one.at} {...{ one, say, language, dayOf, open }} />
            ))}
          </ul>
        </section>
      )}
      <section className="part">
        <h2>{say('contacts')}</h2>
        {data.touches.length === 0 ? <p className="muted">{say('contacts.none')}</p> : null}
        <Touches touches={data.touches.slice(0, LATEST)} say={say} dayOf={dayOf} />
        <Folded title={say('earlier')} open={open} count={data.touches.length - LATEST}>
          <Touches touches={data.touches.slice(LATEST)} say={say} dayOf={dayOf} />
        </Folded>
        <Folded title={say('refused')} open={open} count={data.refused.length}>
          <ul className="things">
            {data.refused.map(({ at, kind, subject, reason }) => (
              <Thing
                key={`${at} ${kind}`}
                title={say(`touch.${kind}`)}
                lines={[subject, `${dayOf(at)}: ${reasonText(reason, language)}`]}
              />
            ))}
          </ul>
        </Folded>
        <Folded title={say('mails')} open={open} count={data.mails.length}>
          <ul className="things">
            {data.mails.map(({ at, subject, sentAt }) => (
              <Thing
                key={`${at} ${subject}`}
                title={subject}
                lines={[
                  sentAt ? say('mail.sent', { day: dayOf(sentAt) }) : say('mail.kept', { day: dayOf(at) }),
                ]}
              />
            ))}
          </ul>
        </Folded>
      </section>
      <Work {...{ data, say, language, dayOf }} />
    </>
  )
}

/** So many are shown at once; the others are folded away. */
const LATEST = 5

function Touches({ touches, say, dayOf }: Pick<HistoryProps, 'say' | 'dayOf'> & Pick<OwnData, 'touches'>) {
  return (
    <ul className="things">
      {touches.map(({ at, kind, subject }) => (
        // What an answer was about stands beside the request.
        <Thing
          key={`${at} ${kind}`}
          title={say(`touch.${kind}`)}
          lines={kind === 'service' ? [dayOf(at)] : [subject, dayOf(at)]}
        />
      ))}
    </ul>
  )
}

type SaidProps = Pick<HistoryProps, 'data' | 'say' | 'dayOf'>

function Said({ data: { consents, wishes, asking, roundtableWishes }, say, dayOf }: SaidProps) {
  const nothing = consents.length + wishes.length + roundtableWishes.length === 0 && asking === null
  return (
    <section className="part">
      <h2>{say('said')}</h2>
      {nothing ? <p className="muted">{say('said.none')}</p> : null}
      <ul className="things">
        {consents.map(({ purpose, wording, proof, at, withdrawnAt }) => {
          const about = { purpose: say(`purpose.${purpose}`), day: dayOf(at) }
          const title = withdrawnAt
            ? say('consent.withdrawn', { ...about, end: dayOf(withdrawnAt) })
            : say('consent.given', about)
          return (
            <Thing
              key={`${purpose} ${at}`}
              title={title}
              lines={[say('consent.proof', { wording, proof })]}
            />
          )
        })}
        {wishes.map(({ purpose, at, endedAt }) => {
          const about = { purpose: say(`purpose.${purpose}`), day: dayOf(at) }
          if (purpose === 'calls')
            return <Thing key={`${purpose} ${at}`} title={say('wish.calls', about)} lines={[]} />
          const title = endedAt
            ? say('wish.ended', { ...about, end: dayOf(endedAt) })
            : say('wish.declined', about)
          return <Thing key={`${purpose} ${at}`} title={title} lines={[]} />
        })}
        {asking ? (
          <Thing title={say(`asking.${asking.atMostEvery}`, { day: dayOf(asking.at) })} lines={[]} />
        ) : null}
        {roundtableWishes.map(({ at, title, startsAt }) => (
          <Thing
            key={`${title} ${at}`}
            title={say('wish.roundtable', { title, date: dayOf(startsAt), day: dayOf(at) })}
            lines={[]}
          />
        ))}
      </ul>
    </section>
  )
}

interface InvitationProps extends Omit<HistoryProps, 'data'> {
  one: OwnInvitation
}

const states = [
  'planned',
  'sent',
  'opened',
  'started',
  'finished',
  'refused',
  'opted_out',
  'bounced',
] as const

function Invitation({ one, say, language, dayOf, open }: InvitationProps) {
  const state = states.find(known => known === one.state) ?? 'sent'
  return (
    <li>
      <strong>{one.survey}</strong>
      <span>{say(`invitation.${state}`, { day: one.sentAt ? dayOf(one.sentAt) : '' })}</span>
      {one.blind ? <span className="muted">{say('invitation.blind')}</span> : null}
      <Answers
        title={say(one.draft ? 'invitation.draft' : 'invitation.answers')}
        {...{ answers: one.answers, language, open }}
      />
    </li>
  )
}

function Interview({
  one,
  say,
  language,
  dayOf,
  open,
}: Omit<InvitationProps, 'one'> & { one: OwnInterview }) {
  return (
    <li>
      <strong>{one.survey}</strong>
      <span>{say(one.finishedAt ? 'interview.held' : 'interview.begun', { day: dayOf(one.at) })}</span>
      <Answers title={say('invitation.answers')} {...{ answers: one.answers, language, open }} />
    </li>
  )
}

interface AnswersProps extends Pick<HistoryProps, 'language' | 'open'> {
  title: string
  answers: readonly OwnAnswer[]
}

function Answers({ title, answers, language, open }: AnswersProps) {
  if (answers.length === 0) return null
  return (
    <details className="held" open={open}>
      <summary>{title}</summary>
      <dl className="held-answers">
        {answers.map(answer => (
          <div key={answer.question}>
            <dt>{answer.question}</dt>
            <dd>{answerText(answer, language)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

type WorkProps = Pick<HistoryProps, 'data' | 'say' | 'language' | 'dayOf'>

function Work({ data, say, language, dayOf }: WorkProps) {
  const { roundtables, datePolls, calendarAnswers, statements, installations, calls, complaints, requests } =
    data
  const lists = [
    roundtables.map(({ title, startsAt, answer }) => ({
      title,
      lines: [dayOf(startsAt), say(`roundtable.${answer}`)],
    })),
    datePolls.map(({ title, at, votes, note }) => ({
      title,
      lines: [
        at === null ? say('roundtable.none') : dayOf(at),
        ...votes.map(({ startsAt, vote }) => `${dayOf(startsAt)}: ${say(`vote.${vote}`)}`),
        note,
      ],
    })),
    calendarAnswers.map(({ title, at, answer, comment }) => ({
      title,
      lines: [dayOf(at), say(`calendar.${answer}`), comment],
    })),
    statements.map(({ receipt, at, said, mayQuote }) => ({
      title: receipt,
      lines: [dayOf(at), said, say(mayQuote ? 'statement.mayQuote' : 'statement.notQuoted')],
    })),
    installations.map(({ product, purchasedOn, installedOn }) => ({
      title: product,
      lines: [
        ...(purchasedOn ? [say('installation.bought', { day: dayText(purchasedOn, language) })] : []),
        ...(installedOn ? [say('installation.installed', { day: dayText(installedOn, language) })] : []),
      ],
    })),
    calls.map(({ at, when, state }) => ({ title: say(`call.${state}`), lines: [dayOf(at), when] })),
    complaints.map(({ receipt, at, text }) => ({ title: receipt, lines: [dayOf(at), text] })),
    requests.map(({ kind, state, at, answerBy, carryOutBy, text, answer }) => ({
      title: say(`request.${kind}`),
      lines: [
        dayOf(at),
        say(`request.${state}`, {
          answerBy: lastDay(answerBy, dayOf),
          carryOutBy: lastDay(carryOutBy, dayOf),
        }),
        text,
        answer === '' ? '' : say('request.answer', { text: answer }),
      ],
    })),
  ]
  const headings = [
    'roundtables',
    'datePolls',
    'calendarAnswers',
    'statements',
    'installations',
    'calls',
    'complaints',
    'requests',
  ] as const
  if (lists.every(list => list.length === 0)) return null
  return (
    <section className="part">
      <h2>{say('work')}</h2>
      {lists.map((things, at) => {
        const heading = headings[at]
        return heading === undefined || things.length === 0 ? null : (
          <div key={heading} className="held-group">
            <h3>{say(heading)}</h3>
            <ul className="things">
              {things.map((thing, place) => (
                <Thing key={String(place)} {...thing} />
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

/** A clock ends with its last day. */
function lastDay(by: string, dayOf: (instant: string) => string): string {
  return dayOf(new Date(Date.parse(by) - 1).toISOString())
}

function reasonText(reason: string, language: UiLanguage): string {
  const say = touchRefusalWords(language)
  return isKnownReason(reason) ? say(reason) : say('other', { reason })
}

function Folded(props: { title: string; open: boolean; count: number; children: ReactNode }) {
  if (props.count <= 0) return null
  return (
    <details className="held" open={props.open}>
      <summary>{`${props.title} (${props.count})`}</summary>
      {props.children}
    </details>
  )
}

function Thing({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <li>
      <strong>{title}</strong>
      {lines
        .filter(line => line !== '')
        .map(line => (
          <span key={line} className="muted lines">
            {line}
          </span>
        ))}
    </li>
  )
}
