import { Button } from '@mantine/core'
import type { KeptFactorModel } from '@sixfold/contract/factor-models'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ModelEditor } from '../features/factor-models/components/model-editor.tsx'
import { ModelFactors } from '../features/factor-models/components/model-factors.tsx'
import { RemoveModel } from '../features/factor-models/components/remove-model.tsx'
import { contentOf } from '../features/factor-models/model-edit.ts'
import { factorModelQuery, factorModelsQuery, surveysQuery } from '../features/factor-models/queries.ts'
import { factorModelWords } from '../words/factor-models.ts'

/** `/factor-models/<key>`: one model, to be written; with a version, as it is kept for the surveys that stand on it. */
export function FactorModelPage() {
  const say = useSay(factorModelWords)
  const { key } = useParams({ from: '/pages/factor-models/$key' })
  const { version } = useSearch({ from: '/pages/factor-models/$key' })
  const query = useModel(key, version)
  return (
    <QueryStates query={query}>
      {({ model, isLatest }) =>
        model ? (
          <Model key={model.key} model={model} isLatest={isLatest} />
        ) : (
          <EmptyState title={say('gone')} action={<ToList />}>
            {say('goneText')}
          </EmptyState>
        )
      }
    </QueryStates>
  )
}

/** A model in its latest version, or in an earlier one that is asked for, as one query. */
function useModel(key: string, version: number | undefined) {
  const models = useQuery(factorModelsQuery())
  const latest = models.data?.items.find(model => model.key === key)
  const isLatest = version === undefined || version === latest?.version
  const earlier = useQuery({
    ...factorModelQuery(key, version ?? 1),
    enabled: !isLatest && latest !== undefined,
  })
  const model = isLatest ? latest : earlier.data
  const shown = isLatest || !latest ? models : earlier
  return {
    data: shown.data && { model, isLatest },
    isError: shown.isError,
    error: shown.error,
    refetch: () => shown.refetch(),
  }
}

function Model({ model, isLatest }: { model: KeptFactorModel; isLatest: boolean }) {
  const say = useSay(factorModelWords)
  const surveys = useQuery(surveysQuery())
  const navigate = useNavigate()
  const session = useSession().data
  const mayEdit = session !== undefined && can(session.actor, 'survey.edit', { regionId: null })
  if (!mayEdit || !isLatest || model.origin === 'preset')
    return <KeptModel model={model} isLatest={isLatest} />
  const standing = surveys.data?.items.filter(
    ({ factorModel }) => factorModel.key === model.key && factorModel.version === model.version,
  )
  return (
    <ModelEditor
      kept={model}
      initial={contentOf(model)}
      languages={session.organisation.languages}
      surveys={standing?.length ?? 0}
      onSaved={saved => toast.done(say('saved', { version: saved.version }))}
      actions={
        !model.used && <RemoveModel model={model} onRemoved={() => void navigate({ to: '/factor-models' })} />
      }
    />
  )
}

/** A model that is read only: a preset, an earlier version, or one for a reader. */
function KeptModel({ model, isLatest }: { model: KeptFactorModel; isLatest: boolean }) {
  const say = useSay(factorModelWords)
  const { language } = useLanguage()
  const { key, version, origin } = model
  return (
    <>
      <PageHeader
        title={textIn(model.name, language, 'en') || say('untitled')}
        lead={say(origin === 'preset' ? 'readOnly' : 'readOnlyVersion')}
        actions={
          isLatest ? (
            <ToList />
          ) : (
            <Button
              renderRoot={props => <Link {...props} to="/factor-models/$key" params={{ key }} search={{}} />}
            >
              {say('openLatest')}
            </Button>
          )
        }
      />
      <Sheet title={origin === 'preset' ? say('preset') : say('own', { version })}>
        {model.source && <p>{model.source}</p>}
        <ModelFactors factors={model.factors} />
      </Sheet>
    </>
  )
}

function ToList() {
  const say = useSay(factorModelWords)
  return <Button renderRoot={props => <Link {...props} to="/factor-models" />}>{say('toList')}</Button>
}
