import { Button } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { IconRoute } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { EditorSlots } from '../features/editor/editor-context.ts'
import { SurveyModel } from '../features/factor-models/components/survey-model.tsx'
import { LogicPanel } from '../features/logic/components/logic-panel.tsx'
import { PipeInserter } from '../features/logic/components/pipe-inserter.tsx'
import { PublishDialog } from '../features/versions/components/publish-dialog.tsx'
import { editorWords } from '../words/editor.ts'
import { factorModelWords } from '../words/factor-models.ts'
import { logicWords } from '../words/logic.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import { ReviewSlot } from './review-slot.tsx'

/** What other features show in the editor of a survey. */
export function useEditorSlots(id: string): EditorSlots {
  const say = useSay(logicWords)
  const sayEditor = useSay(editorWords)
  const sayModels = useSay(factorModelWords)
  const navigate = useNavigate()
  const regions = useSession().data?.regions
  return useMemo(
    () => ({
      tabs: [
        {
          id: 'logic',
          label: say('tab'),
          kinds: ['question', 'page'],
          content: ({ definition, language, selection, session }) => {
            const shared = {
              definition,
              language,
              regions: regions ?? [],
              edit: session.edit,
              map: <MapLink id={id} />,
            }
            if (selection.kind === 'question')
              return (
                <LogicPanel key={selection.question.id} {...shared} of={{ question: selection.question }} />
              )
            if (selection.kind === 'page')
              return <LogicPanel key={selection.page.id} {...shared} of={{ page: selection.page }} />
            return null
          },
        },
        {
          id: 'model',
          label: sayModels('surveyModel'),
          kinds: ['welcome'],
          content: ({ definition, session }) => (
            <SurveyModel
              current={definition.factorModel}
              onChange={model => session.edit({ op: 'set-factor-model', ...model })}
              link={<Link to="/factor-models">{sayModels('toList')}</Link>}
            />
          ),
        },
      ],
      besideText: ({ definition }, text) => (
        <PipeInserter
          definition={definition}
          language={text.language}
          place={text.place}
          label={text.label}
          onInsert={text.insert}
        />
      ),
      conflict: session => <ConflictChoice session={session} />,
      review: editor => <ReviewSlot id={id} editor={editor} />,
      publish: ({ definition, session }, { next, close }) => (
        <PublishDialog
          id={id}
          definition={definition}
          next={next}
          flush={session.flush}
          onClose={close}
          onPublished={version =>
            toast.done(sayEditor('publishedDone', { number: version }), {
              label: sayEditor('launchWave'),
              run: () => void navigate({ to: '/waves/new', search: { survey: id, version } }),
            })
          }
        />
      ),
    }),
    [id, say, sayEditor, sayModels, navigate, regions],
  )
}

function MapLink({ id }: { id: string }) {
  const say = useSay(logicWords)
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconRoute size={16} stroke={1.5} aria-hidden="true" />}
      renderRoot={props => <Link {...props} to="/surveys/$id/logic" params={{ id }} />}
    >
      {say('openMap')}
    </Button>
  )
}
