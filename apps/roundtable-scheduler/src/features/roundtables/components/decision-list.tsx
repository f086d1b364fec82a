import { Button } from '@mantine/core'
import type { Decision } from '@sixfold/contract/event-year'
import type { Region } from '@sixfold/contract/staff'
import { LampShape, type Tone } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { decisionWords } from '../../../words/decisions.ts'
import { dayText } from '../../../words/event-text.ts'
import { yearWords } from '../../../words/year.ts'
import styles from './decision-list.module.css'

interface DecisionListProps {
  decisions: readonly Decision[]
  regions: readonly Region[]
  mayPlan: (regionId: string) => boolean
}

/** What somebody has to decide about, the most urgent first; nothing where there is nothing. */
export function DecisionList({ decisions, regions, mayPlan }: DecisionListProps) {
  const say = useSay(yearWords)
  if (decisions.length === 0) return null
  return (
    <section className={styles.list}>
      <h2>{say('decide')}</h2>
      <ul>
        {decisions.map(decision => {
          const name = regions.find(({ id }) => id === decision.regionId)?.name ?? ''
          return (
            <li key={`${decision.kind} ${decision.regionId} ${decision.date} ${textKey(decision)}`}>
              <LampShape tone={toneOf(decision)} />
              <strong>{name}</strong>
              <DecisionText decision={decision} />
              {mayPlan(decision.regionId) && <DecisionStep decision={decision} region={name} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const textKey = (decision: Decision) =>
  decision.kind === 'due' ? decision.eventKind : decision.kind === 'speaker_clash' ? decision.speaker : ''

function toneOf(decision: Decision): Tone {
  switch (decision.kind) {
    case 'due':
      return decision.overdue ? 'problem' : 'attention'
    case 'approval':
    case 'poll_ended':
    case 'day_changed':
    case 'speaker_clash':
    case 'unknown_zone':
      return 'attention'
    default:
      return 'none'
  }
}

function DecisionText({ decision }: { decision: Decision }) {
  const { language } = useLanguage()
  const say = useSay(decisionWords)
  const day = (date: string) => dayText(date, language, 'long')
  const kind = say(decision.eventKind)
  const date = day(decision.date)
  switch (decision.kind) {
    case 'due': {
      const { overdue, proposal } = decision
      return (
        <span>
          {say(overdue ? 'wasDue' : 'due', { kind, date })}
          {proposal === null ? '' : `; ${say('free', { date: day(proposal) })}`}
        </span>
      )
    }
    case 'approval':
      return <span>{say(decision.own ? 'ownApproval' : 'approval', { date, name: decision.askedBy })}</span>
    case 'day_changed':
      return <span>{say(`changed.${decision.is}`, { date, name: decision.name })}</span>
    case 'speaker_clash':
      return <span>{say('clash', { date, name: decision.speaker, with: decision.with })}</span>
    case 'unknown_zone':
      return <span>{say('unknownZone', { date, zone: decision.zone })}</span>
    case 'over':
      return <span>{say('over', { date, count: decision.by })}</span>
    case 'unanswered':
      return <span>{say('unanswered', { count: decision.guests, date: day(decision.answerBy) })}</span>
    case 'poll_ended':
      return <span>{say('pollEnded', { date, count: decision.answers })}</span>
    case 'nobody_invited':
      return <span>{say('nobodyInvited', { kind, date })}</span>
  }
}

function DecisionStep({ decision, region }: { decision: Decision; region: string }) {
  const { language } = useLanguage()
  const say = useSay(decisionWords)
  const date = dayText(decision.date, language, 'long')
  const unseen = <span className={styles.unseen}>&nbsp;{say('stepFor', { region, date })}</span>
  if (decision.kind === 'due') {
    const { regionId, proposal, eventKind } = decision
    const search = {
      region: regionId,
      date: proposal ?? decision.date,
      ...(eventKind === 'conference' ? { kind: eventKind } : {}),
    }
    return (
      <Button size="xs" renderRoot={props => <Link {...props} to="/plan" search={search} />}>
        {say('step.due')}
        {unseen}
      </Button>
    )
  }
  const { eventId: id } = decision
  const inviting = decision.kind === 'nobody_invited'
  const changing = decision.kind === 'unknown_zone'
  const polled = decision.kind === 'poll_ended'
  return (
    <Button
      size="xs"
      renderRoot={props =>
        polled ? (
          <Link {...props} to="/events/$id/poll" params={{ id }} />
        ) : changing ? (
          <Link {...props} to="/events/$id/change" params={{ id }} />
        ) : (
          <Link {...props} to="/events/$id" params={{ id }} search={inviting ? { invite: true } : {}} />
        )
      }
    >
      {say(`step.${decision.kind}`)}
      {unseen}
    </Button>
  )
}
