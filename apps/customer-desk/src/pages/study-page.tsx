import { Button } from '@mantine/core'
import type { Study } from '@sixfold/contract/studies'
import { dayText } from '@sixfold/ui/day-text'
import { formatNumber } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { CriteriaSheet } from '../features/studies/components/criteria-sheet.tsx'
import { FilesSheet } from '../features/studies/components/files-sheet.tsx'
import { FindingsSheet } from '../features/studies/components/findings-sheet.tsx'
import { PointsSheet } from '../features/studies/components/points-sheet.tsx'
import { ResultSheet } from '../features/studies/components/result-sheet.tsx'
import { StateLamp } from '../features/studies/components/state-lamp.tsx'
import styles from '../features/studies/components/studies.module.css'
import { StudyDialog } from '../features/studies/components/study-dialog.tsx'
import { studyQuery, useSetStudyState } from '../features/studies/queries.ts'
import { Fact, Facts } from '../parts/facts.tsx'
import { studyWords } from '../words/studies.ts'

/** `/desk/studies/…`: one trial of a competitor's product: its plan, what testers found, and us against them. */
export function StudyPage() {
  const { id } = useParams({ from: '/studies/$id' })
  const found = useQuery(studyQuery(id))
  return <QueryStates query={found}>{study => <KnownStudy key={study.id} study={study} />}</QueryStates>
}

function KnownStudy({ study }: { study: Study }) {
  const say = useSay(studyWords)
  const [editing, setEditing] = useState(false)
  const { own, state, notes } = study
  return (
    <>
      <PageHeader
        title={study.title}
        lead={<Link to="/studies">{say('back')}</Link>}
        actions={
          study.editable && (
            <>
              <Button onClick={() => setEditing(true)}>{say('edit')}</Button>
              <Steps study={study} />
            </>
          )
        }
      />
      {state !== 'planned' && (
        <div className={styles.first}>
          <ResultSheet study={study} />
        </div>
      )}
      <div className={styles.columns}>
        <div className={styles.stack}>
          {own && state === 'running' && <PointsSheet key={own.revision} study={study} own={own} />}
          <CriteriaSheet study={study} />
          <FindingsSheet study={study} />
        </div>
        <div className={styles.stack}>
          <FactsSheet study={study} />
          <Testers study={study} />
          {notes.length > 0 && (
            <Sheet title={say('notes')}>
              <ul className={styles.list}>
                {notes.map(({ name, note }) => (
                  <li key={name}>
                    <p className={styles.said}>{note}</p>
                    <span className={styles.small}>{name}</span>
                  </li>
                ))}
              </ul>
            </Sheet>
          )}
          <FilesSheet study={study} />
        </div>
      </div>
      <StudyDialog study={editing ? study : null} onClose={() => setEditing(false)} />
    </>
  )
}

const steps = {
  planned: [{ to: 'running', word: 'start' }],
  running: [
    { to: 'planned', word: 'backToPlan' },
    { to: 'finished', word: 'finish' },
  ],
  finished: [{ to: 'running', word: 'again' }],
} as const

function Steps({ study: { id, revision, state, criteria } }: { study: Study }) {
  const say = useSay(studyWords)
  const set = useSetStudyState()
  const lacksCriteria = state === 'planned' && criteria.length === 0
  return (
    <>
      {steps[state].map(({ to, word }) => (
        <Button
          key={to}
          variant={to === 'planned' ? 'subtle' : 'filled'}
          disabled={lacksCriteria}
          title={lacksCriteria ? say('needsCriteria') : undefined}
          loading={set.isPending && set.variables.state === to}
          onClick={() => set.mutate({ id, revision, state: to })}
        >
          {say(word)}
        </Button>
      ))}
      {set.isError && <FailureNotice error={set.error} />}
    </>
  )
}

function FactsSheet({ study }: { study: Study }) {
  const say = useSay(studyWords)
  const { language } = useLanguage()
  const regions = useSession().data?.regions ?? []
  const unknown = <span className={styles.quiet}>{say('unknown')}</span>
  return (
    <Sheet title={say('facts')} aside={<StateLamp state={study.state} />}>
      <Facts>
        <Fact name={say('competitor')}>{study.competitorName}</Fact>
        <Fact name={say('product')}>
          {[study.rivalProductName, study.rivalVersionName].filter(Boolean).join(' ')}
        </Fact>
        <Fact name={say('against')}>{study.oursName || say('none')}</Fact>
        <Fact name={say('region')}>
          {study.regionId === null
            ? say('allRegions')
            : (regions.find(({ id }) => id === study.regionId)?.name ?? '')}
        </Fact>
        <Fact name={say('means')}>{say(`means.${study.means}`)}</Fact>
        <Fact name={say('obtained')}>
          {study.obtainedOn === null ? unknown : dayText(study.obtainedOn, language)}
        </Fact>
        {study.returnBy !== null && <Fact name={say('returnBy')}>{dayText(study.returnBy, language)}</Fact>}
        <Fact name={say('cost')}>{study.cost === null ? unknown : formatNumber(study.cost, language)}</Fact>
        {study.plan !== '' && (
          <Fact name={say('planText')}>
            <span className={styles.said}>{study.plan}</span>
          </Fact>
        )}
      </Facts>
    </Sheet>
  )
}

function Testers({ study: { people, criteria } }: { study: Study }) {
  const say = useSay(studyWords)
  return (
    <Sheet title={say('people')}>
      {people.length === 0 && <p className={styles.quiet}>{say('noTesters')}</p>}
      <ul className={styles.list}>
        {people.map(({ id, name, tried }) => (
          <li key={id} className={styles.item}>
            <span>{name}</span>
            <span className={styles.quiet}>{say('triedOf', { tried, of: criteria.length })}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
