import { Button } from '@mantine/core'
import type { SurveyDraft, SurveyVersion } from '@sixfold/contract/surveys'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { SaveState } from '@sixfold/ui/parts/save-state'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { SaveTrouble } from '../features/editor/components/save-trouble.tsx'
import { draftQuery, versionBeforeQuery } from '../features/editor/queries.ts'
import { useDraft } from '../features/editor/use-draft.ts'
import type { TranslatorAddress } from '../features/languages/components/translator.tsx'
import { Translator } from '../features/languages/components/translator.tsx'
import { languageWords } from '../words/languages.ts'
import { ConflictChoice } from './conflict-choice.tsx'

/** `/surveys/<id>/languages`: every text of a survey in two languages side by side. */
export function LanguagesPage() {
  const say = useSay(languageWords)
  const { language } = useLanguage()
  const { id } = useParams({ from: '/pages/surveys/$id/languages' })
  const address = useSearch({ from: '/pages/surveys/$id/languages' })
  const navigate = useNavigate({ from: '/surveys/$id/languages' })
  const actor = useSession().data?.actor
  const mayEdit = actor !== undefined && can(actor, 'survey.edit', { regionId: null })
  const survey = useQuery(draftQuery(id))
  const before = useQuery(versionBeforeQuery(id))
  const shared = {
    before: before.data?.version ?? null,
    address,
    onAddress: (search: TranslatorAddress) => void navigate({ search, replace: true }),
  }
  return (
    <QueryStates query={survey}>
      {draft => (
        <>
          <PageHeader
            title={say('title', { title: textIn(draft.title, language, 'en') })}
            actions={
              <Button renderRoot={props => <Link {...props} to="/surveys/$id" params={{ id }} />}>
                {say('openSurvey')}
              </Button>
            }
          />
          {mayEdit ? (
            <Translating key={draft.id} draft={draft} {...shared} />
          ) : (
            <Translator
              {...shared}
              readOnly
              translation={{ definition: draft.definition, edit: () => undefined, undo: null, redo: null }}
              saved={say('readOnly')}
            />
          )}
        </>
      )}
    </QueryStates>
  )
}

interface TranslatingProps {
  draft: SurveyDraft
  before: SurveyVersion | null
  address: TranslatorAddress
  onAddress: (address: TranslatorAddress) => void
}

/** The same draft session as in the editor: saved by itself, put together with what others write. */
function Translating({ draft: opened, ...shared }: TranslatingProps) {
  const { language } = useLanguage()
  const session = useDraft(opened)
  const { draft } = session
  return (
    <>
      <SaveTrouble session={session} />
      <ConflictChoice session={session} />
      <Translator
        {...shared}
        readOnly={false}
        translation={{
          definition: draft.definition,
          edit: session.edit,
          undo: draft.past.length > 0 ? session.undo : null,
          redo: draft.future.length > 0 ? session.redo : null,
        }}
        saved={
          <SaveState
            state={session.progress}
            at={formatInstant(draft.saved.updatedAt, language, { show: 'time' })}
          />
        }
      />
    </>
  )
}
