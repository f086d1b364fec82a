import { Button, SegmentedControl, Switch } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { logicFindings } from '@sixfold/domain/survey/logic/findings'
import { placesOf } from '@sixfold/domain/survey/logic/places'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { draftQuery } from '../features/editor/queries.ts'
import type { MapAddress } from '../features/logic/components/logic-map.tsx'
import { LogicMap } from '../features/logic/components/logic-map.tsx'
import { LogicTable } from '../features/logic/components/logic-table.tsx'
import styles from '../features/logic/components/map.module.css'
import { countsOf } from '../features/logic/map/rules.ts'
import { logicWords } from '../words/logic.ts'

/** From so many questions on, the map begins with what has rules. */
const MANY_QUESTIONS = 40

/** `/surveys/<id>/logic`: who is asked what, drawn and in words. */
export function LogicPage() {
  const say = useSay(logicWords)
  const { language } = useLanguage()
  const { id } = useParams({ from: '/pages/surveys/$id/logic' })
  const survey = useQuery(draftQuery(id))
  return (
    <QueryStates query={survey}>
      {({ title, definition }) => (
        <>
          <PageHeader
            title={say('mapOf', { title: textIn(title, language, 'en') })}
            actions={
              <Button renderRoot={props => <Link {...props} to="/surveys/$id" params={{ id }} />}>
                {say('backToEditor')}
              </Button>
            }
          />
          <SurveyLogic id={id} definition={definition} />
        </>
      )}
    </QueryStates>
  )
}

function SurveyLogic({ id, definition }: { id: string; definition: SurveyDefinition }) {
  const say = useSay(logicWords)
  const { language: screens } = useLanguage()
  const search = useSearch({ from: '/pages/surveys/$id/logic' })
  const navigate = useNavigate({ from: '/surveys/$id/logic' })
  const regions = useSession().data?.regions ?? noRegions
  const { findings, counts, setting } = useMemo(() => {
    const found = logicFindings(definition)
    const language = definition.languages.includes(screens) ? screens : definition.defaultLanguage
    return {
      findings: found,
      counts: countsOf(definition, found),
      setting: { definition, places: placesOf(definition), language, regions },
    }
  }, [definition, screens, regions])
  if (counts.conditions + counts.jumps === 0)
    return <EmptyState title={say('mapEmpty')}>{say('mapEmptyText')}</EmptyState>
  const view = search.view ?? 'picture'
  const onlyRuled = search.only ?? counts.questions > MANY_QUESTIONS
  const summary = `${say('mapSummary', { ...counts })} ${counts.faults > 0 ? say('mapFaults', { n: counts.faults }) : say('mapSound')}`
  const link = (address: MapAddress, name: string) => (
    <Link to="/surveys/$id" params={{ id }} search={address.part ? address : { ...address, tab: 'logic' }}>
      {name}
    </Link>
  )
  return (
    <>
      <div className={styles.head}>
        <p className={styles.summary}>{summary}</p>
        <div className={styles.controls}>
          {view === 'picture' && (
            <Switch
              label={say('mapOnly')}
              checked={onlyRuled}
              onChange={event =>
                void navigate({ search: { ...search, only: event.currentTarget.checked }, replace: true })
              }
            />
          )}
          <SegmentedControl
            aria-label={say('mapView')}
            value={view}
            data={[
              { value: 'picture', label: say('mapPicture') },
              { value: 'table', label: say('mapTable') },
            ]}
            onChange={value =>
              void navigate({
                search: { ...search, view: value === 'table' ? 'table' : undefined },
                replace: true,
              })
            }
          />
        </div>
      </div>
      {view === 'picture' ? (
        <LogicMap setting={setting} findings={findings} onlyRuled={onlyRuled} link={link} />
      ) : (
        <LogicTable caption={summary} setting={setting} findings={findings} link={link} />
      )}
    </>
  )
}

const noRegions: readonly { id: string; name: string }[] = []
