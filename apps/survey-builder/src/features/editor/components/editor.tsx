import type { SurveyDraft, SurveyVersion } from '@sixfold/contract/surveys'
import type { FactorModel } from '@sixfold/domain/factor-model'
import { reviewSurvey } from '@sixfold/domain/survey/review'
import { compareVersions } from '@sixfold/domain/survey/versions'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useMemo, useState } from 'react'
import { editorWords } from '../../../words/editor.ts'
import type { Editor as EditorValue } from '../editor-context.ts'
import { EditorContext, fieldId } from '../editor-context.ts'
import { useKeepDraft } from '../queries.ts'
import type { SelectionAddress } from '../selection.ts'
import { selectionOf, stepOf } from '../selection.ts'
import { useDraft } from '../use-draft.ts'
import { Canvas } from './canvas.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import styles from './editor.module.css'
import { Inspector } from './inspector.tsx'
import { Outline } from './outline.tsx'
import { PublishButton } from './publish-button.tsx'
import { TopBar } from './top-bar.tsx'

interface EditorProps {
  survey: SurveyDraft
  model: FactorModel
  /** The latest version, if one is published. */
  published: SurveyVersion | null
  address: SelectionAddress
  /** The survey language that the address asks for. */
  language: string | undefined
  onAddress: (address: SelectionAddress & { language?: string | undefined }) => void
  onPublished: (number: number) => void
  links: ReactNode
}

/** Three columns: outline, canvas, inspector. */
export function Editor(props: EditorProps) {
  const editor = useEditorValue(props)
  const keys = useEditorKeys(editor)
  const { conflict } = editor.session.draft
  return (
    <EditorContext value={editor}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens for shortcuts of the parts inside */}
      <div className={styles.editor} onKeyDown={keys}>
        <TopBar
          onLanguage={one => props.onAddress({ ...props.address, language: one })}
          links={props.links}
          action={<PublishButton onPublished={props.onPublished} />}
        />
        <SaveTrouble editor={editor} />
        <div className={styles.columns}>
          <Outline />
          <Canvas />
          <Inspector />
        </div>
        <p className={styles.announcement} role="status">
          {editor.announcement}
        </p>
        {conflict && <ConflictDialog conflict={conflict} />}
      </div>
    </EditorContext>
  )
}

function useEditorValue({
  survey,
  model,
  published,
  address,
  language,
  onAddress,
}: EditorProps): EditorValue & { announcement: string } {
  const say = useSay(editorWords)
  const keepDraft = useKeepDraft()
  const { language: screens } = useLanguage()
  const session = useDraft(survey, {
    onSaved: keepDraft,
    onMerged: theirs => toast.attention(say('merged', { name: theirs.updatedBy })),
  })
  const { definition } = session.draft
  const [announcement, announce] = useState('')
  const findings = useMemo(() => reviewSurvey(definition, model), [definition, model])
  const changes = useMemo(
    () => published && compareVersions(published.definition, definition),
    [published, definition],
  )
  const focusField = useFieldFocus()
  const selection = selectionOf(definition, address)
  const shown =
    [language, screens].find(one => one !== undefined && definition.languages.includes(one)) ??
    definition.defaultLanguage

  function step(by: -1 | 1) {
    if (selection.kind === 'question') {
      const to = stepOf(definition, selection.question.id, by)
      if (!to) return
      session.edit({ op: 'move-question', question: selection.question.id, ...to })
      const number = `${definition.pages.findIndex(({ id }) => id === to.page) + 1}.${to.index + 1}`
      announce(say('moved', { number }))
    }
    if (selection.kind === 'page') {
      const index = Number(selection.number) - 1 + by
      if (index < 0 || index >= definition.pages.length) return
      session.edit({ op: 'move-page', page: selection.page.id, index })
      announce(say('movedPage', { number: index + 1 }))
    }
  }

  return {
    session,
    definition,
    model,
    selection,
    language: shown,
    findings,
    changes,
    latestVersion: published?.number ?? null,
    changed:
      session.draft.pending.length > 0 ||
      // Publishing changes no revision: of two equal ones the query's is the younger.
      (survey.revision >= session.draft.saved.revision ? survey : session.draft.saved).changedSincePublished,
    announcement,
    announce,
    step,
    select(next, field) {
      onAddress({ ...next, language })
      if (field) focusField(field === 'canvas' ? fieldId('canvas', next.question ?? next.page) : field)
    },
  }
}

/** Focuses a field once it is drawn. */
function useFieldFocus(): (id: string) => void {
  const [wanted, setWanted] = useState<{ id: string } | null>(null)
  useEffect(() => {
    if (!wanted) return
    const place = document.getElementById(wanted.id)
    const field = place?.matches('input, textarea') ? place : place?.querySelector('textarea')
    if (!(field instanceof HTMLElement)) return
    field.focus()
    field.scrollIntoView({ block: 'nearest' })
    setWanted(null)
  })
  return id => setWanted({ id })
}

function SaveTrouble({ editor }: { editor: EditorValue }) {
  const say = useSay(editorWords)
  const { trouble } = editor.session
  if (!trouble || trouble.code === 'unavailable') return null
  return (
    <p className={styles.trouble} role="alert">
      {say('saveRefused')} {trouble.fields.map(({ message }) => message).join(' ')}
    </p>
  )
}

/** Undo, redo and moving, from wherever the keyboard is in the editor. */
function useEditorKeys({ session, step }: EditorValue) {
  return (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    const command = event.ctrlKey || event.metaKey
    if (command && (key === 'z' || key === 'y')) {
      event.preventDefault()
      if (key === 'y' || event.shiftKey) session.redo()
      else session.undo()
    }
    if (event.altKey && !command && (key === 'arrowup' || key === 'arrowdown')) {
      event.preventDefault()
      step(key === 'arrowup' ? -1 : 1)
    }
  }
}
