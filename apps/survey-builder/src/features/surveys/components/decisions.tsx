import { Button } from '@mantine/core'
import type { Survey } from '@sixfold/contract/surveys'
import { textIn } from '@sixfold/domain/local-text'
import { formatInstant, formatNumber, formatQuarter } from '@sixfold/ui/format'
import type { Tone } from '@sixfold/ui/parts/lamp'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { builderWords } from '../../../words/builder.ts'
import type { Decision } from '../decisions.ts'
import styles from './quarter.module.css'

interface DecisionsProps {
  decisions: readonly Decision[]
  /** The first day of the next quarter, ready to read. */
  nextFrom: string
}

/** What waits for somebody, each with its one step. */
export function Decisions({ decisions, nextFrom }: DecisionsProps) {
  const say = useSay(builderWords)
  if (decisions.length === 0) return <p className={styles.quiet}>{say('noDecisions')}</p>
  return (
    <ol className={styles.decisions}>
      {decisions.map(decision => (
        <DecisionItem key={keyOf(decision)} decision={decision} nextFrom={nextFrom} />
      ))}
    </ol>
  )
}

function keyOf(decision: Decision): string {
  if ('programme' in decision) return `${decision.kind} ${decision.programme.id}`
  if ('wave' in decision) return `${decision.kind} ${decision.wave.id}`
  return 'survey' in decision ? `${decision.kind} ${decision.survey.id}` : decision.kind
}

function DecisionItem({ decision, nextFrom }: { decision: Decision; nextFrom: string }) {
  const say = useSay(builderWords)
  const { language } = useLanguage()
  const titleOf = (survey: Survey) => textIn(survey.title, language, survey.languages[0] ?? 'en')
  switch (decision.kind) {
    case 'closing': {
      const { id, name, responded, invited, closesAt } = decision.wave
      return (
        <Item
          tone="attention"
          title={say('decideClosing', { name })}
          text={say('decideClosingText', {
            responded: formatNumber(responded, language),
            invited: formatNumber(invited, language),
            at: formatInstant(closesAt, language),
          })}
        >
          <Button size="xs" renderRoot={props => <Link {...props} to="/waves/$id" params={{ id }} />}>
            {say('openWave')}
          </Button>
        </Item>
      )
    }
    case 'paused':
    case 'draft wave': {
      const { id, name } = decision.wave
      const isPaused = decision.kind === 'paused'
      return (
        <Item
          tone="attention"
          title={say(isPaused ? 'decidePaused' : 'decideDraftWave', { name })}
          text={say(isPaused ? 'decidePausedText' : 'decideDraftWaveText')}
        >
          <Button size="xs" renderRoot={props => <Link {...props} to="/waves/$id" params={{ id }} />}>
            {say('openWave')}
          </Button>
        </Item>
      )
    }
    case 'next quarter': {
      const { id, name } = decision.programme
      return (
        <Item
          tone="none"
          title={say('decideNext', { name, quarter: formatQuarter(decision.quarter) })}
          text={say('decideNextText', { date: nextFrom })}
        >
          <Button size="xs" renderRoot={props => <Link {...props} to="/programmes/$id" params={{ id }} />}>
            {say('openProgramme')}
          </Button>
        </Item>
      )
    }
    case 'launch': {
      const { survey, version } = decision
      return (
        <Item
          tone="attention"
          title={say('decideLaunch', { title: titleOf(survey) })}
          text={say('decideLaunchText', { number: version })}
        >
          <Button
            size="xs"
            renderRoot={props => <Link {...props} to="/waves/new" search={{ survey: survey.id, version }} />}
          >
            {say('launch')}
          </Button>
        </Item>
      )
    }
    case 'changed':
      return (
        <Item
          tone="none"
          title={say('decideChanged', { title: titleOf(decision.survey), number: decision.version })}
          text={say('decideChangedText')}
        >
          <OpenSurvey id={decision.survey.id} />
        </Item>
      )
    case 'draft':
      return (
        <Item
          tone="none"
          title={say('decideDraft', { title: titleOf(decision.survey) })}
          text={say('decideDraftText')}
        >
          <OpenSurvey id={decision.survey.id} />
        </Item>
      )
    case 'no survey':
      return (
        <Item
          tone="none"
          title={say('decideNoSurvey', { quarter: formatQuarter(decision.quarter) })}
          text={say('decideNoSurveyText', { date: nextFrom })}
        >
          <Button size="xs" renderRoot={props => <Link {...props} to="/surveys" search={{ create: true }} />}>
            {say('newSurvey')}
          </Button>
        </Item>
      )
    default:
      return decision satisfies never
  }
}

function OpenSurvey({ id }: { id: string }) {
  const say = useSay(builderWords)
  return (
    <Button size="xs" renderRoot={props => <Link {...props} to="/surveys/$id" params={{ id }} />}>
      {say('open')}
    </Button>
  )
}

interface ItemProps {
  tone: Tone
  title: string
  text: string
  children: ReactNode
}

function Item({ tone, title, text, children }: ItemProps) {
  return (
    <li>
      <LampShape tone={tone} />
      <div>
        <h3>{title}</h3>
        <p>{text}</p>
        {children}
      </div>
    </li>
  )
}
