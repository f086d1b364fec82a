import { QUARTERLY_FACTOR_COUNT } from '@sixfold/domain/factor-model'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ModelEditor } from '../features/factor-models/components/model-editor.tsx'
import { blankModel, contentOf } from '../features/factor-models/model-edit.ts'
import { newPartKey } from '../features/factor-models/part-key.ts'
import { factorModelsQuery } from '../features/factor-models/queries.ts'
import { factorModelWords } from '../words/factor-models.ts'

/** `/factor-models/new`: a model of one's own, empty or from another one; nothing is kept before it is saved. */
export function NewFactorModelPage() {
  const say = useSay(factorModelWords)
  const { from } = useSearch({ from: '/pages/factor-models/new' })
  const models = useQuery(factorModelsQuery())
  const navigate = useNavigate()
  const session = useSession().data
  const [blank] = useState(() =>
    blankModel(Array.from({ length: QUARTERLY_FACTOR_COUNT }, () => newPartKey('factor'))),
  )
  if (session && !can(session.actor, 'survey.edit', { regionId: null }))
    return <EmptyState title={say('gone')}>{say('goneText')}</EmptyState>
  return (
    <QueryStates query={models}>
      {({ items }) => {
        const start = items.find(({ key }) => key === from)
        return (
          session && (
            <ModelEditor
              key={from ?? ''}
              kept={null}
              initial={start ? { ...contentOf(start), name: {} } : blank}
              languages={session.organisation.languages}
              surveys={0}
              onSaved={({ key, version }) => {
                toast.done(say('saved', { version }))
                void navigate({ to: '/factor-models/$key', params: { key }, search: {}, ignoreBlocker: true })
              }}
            />
          )
        )
      }}
    </QueryStates>
  )
}
