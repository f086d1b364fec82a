import type { ReactNode, RefObject } from 'react'
import { memo, Suspense, useRef, useState } from 'react'
import { EditorActionsContext, EditorContext, useEditor } from '../editor-context.ts'
import { placeOfSelection } from '../places.ts'
import { addressOf } from '../selection.ts'
import { useEditorActionsOf } from '../use-editor-actions.ts'
import { useEditorKeys } from '../use-editor-keys.ts'
import type { EditorInput } from '../use-editor-value.ts'
import { useEditorValue } from '../use-editor-value.ts'
import { useFieldFocus, useFocusWhenDrawn } from '../use-field-focus.ts'
import { PresenceContext, usePresence } from '../use-presence.ts'
import { useShownEditor } from '../use-shown-editor.ts'
import { Canvas } from './canvas.tsx'
import styles from './editor.module.css'
import { Inspector } from './inspector.tsx'
import { Palette, useDialogsSoon } from './later-dialogs.tsx'
import { Outline } from './outline.tsx'
import { PublishButton } from './publish-button.tsx'
import { SaveTrouble } from './save-trouble.tsx'
import { TopBar } from './top-bar.tsx'

interface EditorProps extends EditorInput {
  links: ReactNode
}

/** The editor of one survey. */
export function Editor(props: EditorProps) {
  const field = useFieldFocus()
  const { focus } = field
  const [choosing, setChoosing] = useState(false)
  // Once opened it stays, so that it closes in its own time and gives the keyboard back.
  const [chose, setChose] = useState(false)
  useDialogsSoon()
  function openPalette() {
    setChose(true)
    setChoosing(true)
  }
  const editor = useEditorValue(props, { focus, openPalette })
  const actions = useEditorActionsOf(editor, focus)
  const place = useRef<HTMLDivElement>(null)
  useEditorKeys(place, actions)
  const { people, announcement } = usePresence(props.survey.id, placeOfSelection(editor.selection))
  const shown = useShownEditor(editor)
  useFocusWhenDrawn(field, shown === editor)
  return (
    <EditorActionsContext value={actions}>
      <EditorContext value={shown}>
        <PresenceContext value={people}>
          <Screen place={place} links={props.links} />
          <Suspense>{chose && <Palette opened={choosing} onClose={() => setChoosing(false)} />}</Suspense>
        </PresenceContext>
        <p className={styles.announcement} role="status">
          {editor.announcement}
        </p>
        <p className={styles.announcement} role="status">
          {announcement}
        </p>
      </EditorContext>
    </EditorActionsContext>
  )
}

interface ScreenProps {
  place: RefObject<HTMLDivElement | null>
  links: ReactNode
}

/** Three columns: outline, canvas, inspector. */
const Screen = memo(function Screen({ place, links }: ScreenProps) {
  const { session, selection, select, slots } = useEditor()
  return (
    <div className={styles.editor} ref={place}>
      <TopBar
        onLanguage={language => select(addressOf(selection), undefined, language)}
        links={links}
        action={<PublishButton />}
      />
      <SaveTrouble session={session} />
      <div className={styles.columns}>
        <Outline />
        <Canvas />
        <Inspector />
      </div>
      {slots.conflict(session)}
    </div>
  )
})
