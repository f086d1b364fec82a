import type { LogicFinding } from '@sixfold/domain/survey/logic/finding'
import { placesOf } from '@sixfold/domain/survey/logic/places'
import type { Finding, FindingPlace } from '@sixfold/domain/survey/review/finding'
import { remedyOf } from '@sixfold/domain/survey/review/remedies'
import type { Remedy } from '@sixfold/domain/survey/review/remedy'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import type { Editor } from '../features/editor/editor-context.ts'
import { REVIEW_ID } from '../features/editor/editor-context.ts'
import { newPartId } from '../features/editor/new-parts.ts'
import type { Selection } from '../features/editor/selection.ts'
import { whereTo } from '../features/editor/where-to.ts'
import { findingWords as logicWords } from '../features/logic/finding-words.ts'
import { useNames } from '../features/logic/use-names.ts'
import { PlanNote } from '../features/plan/components/plan-note.tsx'
import { planQuery } from '../features/plan/queries.ts'
import { ReviewPanel } from '../features/review/components/review-panel.tsx'
import { keptQuery } from '../features/review/queries.ts'
import { reviewWords } from '../words/review.ts'

/** The review of the survey in the editor, beside its plan. */
export function ReviewSlot({ id, editor }: { id: string; editor: Editor }) {
  const say = useSay(reviewWords)
  const { language: screens } = useLanguage()
  const kept = useQuery(keptQuery(id))
  const plan = useQuery(planQuery(id))
  const names = useEditorNames(editor)
  // Findings are drawn only when they are other ones, so what they call stays the same and reads what is latest.
  const latest = useRef({ editor, names, uses: plan.data?.plan?.content.uses })
  latest.current = { editor, names, uses: plan.data?.plan?.content.uses }

  const sayLogic = useCallback((finding: LogicFinding) => logicWords(finding, latest.current.names), [])
  const { model } = editor
  const { defaultLanguage } = editor.definition
  const speech = useMemo(
    () => ({ screens, model, defaultLanguage, sayLogic }),
    [screens, model, defaultLanguage, sayLogic],
  )
  const selected = useMemo(() => placeOfSelection(editor.selection), [editor.selection])
  const go = useCallback(({ place }: Finding) => {
    const { definition, select } = latest.current.editor
    const { address, field, language } = whereTo(place, definition)
    select(address, field, language)
  }, [])
  const find = useCallback((finding: Finding) => {
    const { editor: now, uses } = latest.current
    return remedyOf(finding, now.definition, {
      model: now.model,
      newId: newPartId,
      ...(uses ? { uses } : {}),
    })
  }, [])
  const mend = useCallback(
    (remedy: Remedy, finding: Finding) => {
      const { session, announce } = latest.current.editor
      session.edit(...remedy.operations)
      // The finding is gone, so the keyboard goes on at what was mended, or at the list where nothing is left of it.
      if (remedy.kind === 'remove_question' || remedy.kind === 'remove_page' || !finding.place.question)
        document.getElementById(REVIEW_ID)?.focus()
      else go(finding)
      const done = say('mended', { remedy: say(remedy.kind, { words: '' }) })
      announce(done)
      toast.done(done, { label: say('undo'), run: () => latest.current.editor.session.undo() })
    },
    [say, go],
  )
  return (
    <ReviewPanel
      id={REVIEW_ID}
      surveyId={id}
      definition={editor.definition}
      findings={editor.findings}
      kept={editor.kept}
      reasons={kept.data?.items ?? []}
      selected={selected}
      speech={speech}
      onGo={go}
      remedyOf={find}
      onMend={mend}
      plan={<PlanNote surveyId={id} plan={plan.data} />}
    />
  )
}

function placeOfSelection(selection: Selection): FindingPlace {
  if (selection.kind === 'question') return { question: selection.question.id }
  return selection.kind === 'page' ? { page: selection.page.id } : {}
}

/** The names that the logic's findings mention. */
function useEditorNames({ definition, language }: Editor) {
  const regions = useSession().data?.regions ?? NO_REGIONS
  const places = useMemo(() => placesOf(definition), [definition])
  return useNames({ definition, places, language, regions })
}

const NO_REGIONS: readonly { id: string; name: string }[] = []
