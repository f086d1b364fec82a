import { Button } from '@mantine/core'
import type { KeptFinding } from '@sixfold/contract/reviews'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Finding, FindingPlace, FindingSeverity } from '@sixfold/domain/survey/review/finding'
import { findingKey } from '@sixfold/domain/survey/review/finding-key'
import type { Remedy } from '@sixfold/domain/survey/review/remedy'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import type { ReactNode } from 'react'
import { useCallback, useId, useMemo, useState } from 'react'
import { reviewWords } from '../../../words/review.ts'
import type { Speech } from '../finding-words.ts'
import { placesOf } from '../places.ts'
import { FindingItem } from './finding-item.tsx'
import { KeptList } from './kept-list.tsx'
import styles from './review.module.css'

export interface ReviewPanelProps {
  /** Where the publish button leads. */
  id: string
  surveyId: string
  definition: SurveyDefinition
  findings: readonly Finding[]
  kept: readonly Finding[]
  reasons: readonly KeptFinding[]
  /** What is open in the editor: findings about it come first. */
  selected: FindingPlace
  speech: Omit<Speech, 'say'>
  /** Leads to the field in which a finding is mended. */
  onGo: (finding: Finding) => void
  /** What mends a finding by one click, on the survey as it stands now. */
  remedyOf: (finding: Finding) => Remedy | null
  onMend: (remedy: Remedy, finding: Finding) => void
  /** Above the findings: what the plan expects. */
  plan: ReactNode
}

/** What speaks against publishing, live: by severity, each with its reason, its field, and a remedy where there is one. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { id, surveyId, definition, findings, kept, reasons, selected, plan } = props
  const say = useSay(reviewWords)
  const speech = useMemo(() => ({ ...props.speech, say }), [props.speech, say])
  const places = useMemo(() => placesOf(definition), [definition])
  const ordered = useMemo(() => places.inOrder(findings, selected), [places, findings, selected])
  const focusPanel = useCallback(() => document.getElementById(id)?.focus(), [id])
  const stops = ordered.filter(({ severity }) => severity === 'stops')
  const advises = ordered.filter(({ severity }) => severity === 'advises')
  const group = (severity: FindingSeverity, some: readonly Finding[]) =>
    some.length > 0 && (
      <FindingGroup severity={severity} findings={some}>
        {finding => (
          <FindingItem
            key={findingKey(finding)}
            finding={finding}
            number={places.numberOf(finding.place)}
            surveyId={surveyId}
            speech={speech}
            onGo={props.onGo}
            remedyOf={props.remedyOf}
            onMend={props.onMend}
            onKept={focusPanel}
          />
        )}
      </FindingGroup>
    )
  return (
    <section className={styles.review} id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <header className={styles.head}>
        <h2 id={`${id}-title`}>{say('review')}</h2>
        <span aria-live="polite">
          {findings.length > 0 && say('counts', { n: findings.length, stops: stops.length })}
        </span>
      </header>
      {plan}
      {findings.length === 0 && (
        <p className={styles.clean}>
          <LampShape tone="good" /> {say('clean')}
        </p>
      )}
      {group('stops', stops)}
      {group('advises', advises)}
      {kept.length > 0 && (
        <KeptList
          surveyId={surveyId}
          findings={places.inOrder(kept)}
          reasons={reasons}
          places={places}
          speech={speech}
          onGo={props.onGo}
          onReopened={focusPanel}
        />
      )}
    </section>
  )
}

/** So many are shown at first: nobody mends more at a time, and drawing hundreds would slow the typing. */
const SHOWN = 12

interface FindingGroupProps {
  severity: FindingSeverity
  findings: readonly Finding[]
  children: (finding: Finding) => ReactNode
}

function FindingGroup({ severity, findings, children }: FindingGroupProps) {
  const say = useSay(reviewWords)
  const title = useId()
  const [shown, setShown] = useState(SHOWN)
  return (
    <>
      <h3 className={styles.group} id={title}>
        {say(severity)}
      </h3>
      <ol className={styles.list} aria-labelledby={title}>
        {findings.slice(0, shown).map(children)}
      </ol>
      {findings.length > shown && (
        <Button size="xs" variant="subtle" onClick={() => setShown(findings.length)}>
          {say('more', { n: findings.length - shown })}
        </Button>
      )}
    </>
  )
}
