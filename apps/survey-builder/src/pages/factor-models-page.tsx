import { can } from '@sixfold/domain/permissions'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ModelSheet } from '../features/factor-models/components/model-sheet.tsx'
import styles from '../features/factor-models/components/models.module.css'
import { NewModelMenu } from '../features/factor-models/components/new-model-menu.tsx'
import { factorModelsQuery, surveysQuery } from '../features/factor-models/queries.ts'
import { factorModelWords } from '../words/factor-models.ts'

/** `/factor-models`: what surveys measure. */
export function FactorModelsPage() {
  const say = useSay(factorModelWords)
  const models = useQuery(factorModelsQuery())
  const surveys = useQuery(surveysQuery())
  const navigate = useNavigate()
  const actor = useSession().data?.actor
  const mayEdit = actor !== undefined && can(actor, 'survey.edit', { regionId: null })
  const standing = (key: string) => surveys.data?.items.filter(one => one.factorModel.key === key).length ?? 0
  return (
    <>
      <PageHeader
        title={say('title')}
        lead={say('lead')}
        actions={
          mayEdit &&
          models.data && (
            <NewModelMenu
              models={models.data.items}
              onChoose={from => void navigate({ to: '/factor-models/new', search: from ? { from } : {} })}
            />
          )
        }
      />
      <QueryStates query={models}>
        {({ items }) => (
          <div className={styles.list}>
            {items.map(model => (
              <ModelSheet key={model.key} model={model} surveys={standing(model.key)} mayEdit={mayEdit} />
            ))}
          </div>
        )}
      </QueryStates>
    </>
  )
}
