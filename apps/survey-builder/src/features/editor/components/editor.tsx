import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { EditorActionsContext, EditorContext } from '../editor-context.ts'
import { placeOfSelection } from '../places.ts'
import { useEditorActionsOf } from '../use-editor-actions.ts'
import { useEditorKeys } from '../use-editor-keys.ts'
import type { EditorInput } from '../use-editor-value.ts'
import { useEditorValue } from '../use-editor-value.ts'
import { useFieldFocus } from '../use-field-focus.ts'
import { PresenceContext, usePresence } from '../use-presence.ts'
import { Canvas } from './canvas.tsx'
import styles from './editor.module.css'
import { Inspector } from './inspector.tsx'
import { Outline } from './outline.tsx'
import { Palette } from './palette/palette.tsx'
import { PublishButton } from './publish-button.tsx'
import { SaveTrouble } from './save-trouble.tsx'
import { TopBar } from './top-bar.tsx'

interface EditorProps extends EditorInput {
  links: ReactNode
}

/** Three columns: outline, canvas, inspector. */
export function Editor(props: EditorProps) {
  const focus = useFieldFocus()
  const [choosing, setChoosing] = useState(false)
  const editor = useEditorValue(props, { focus, openPalette: () => setChoosing(true) })
  const actions = useEditorActionsOf(editor, focus)
  const place = useRef<HTMLDivElement>(null)
  useEditorKeys(place, actions)
  const { people, announcement } = usePresence(props.survey.id, placeOfSelection(editor.selection))
  return (
    <EditorActionsContext value={actions}>
      <EditorContext value={editor}>
        <PresenceContext value={people}>
          <div className={styles.editor} ref={place}>
            <TopBar
              onLanguage={one => props.onAddress({ ...props.address, language: one })}
              links={props.links}
              action={<PublishButton />}
            />
            <SaveTrouble session={editor.session} />
            <div className={styles.columns}>
              <Outline />
              <Canvas />
              <Inspector />
            </div>
            <p className={styles.announcement} role="status">
              {editor.announcement}
            </p>
            <p className={styles.announcement} role="status">
              {announcement}
            </p>
            {props.slots.conflict(editor.session)}
            <Palette opened={choosing} onClose={() => setChoosing(false)} />
          </div>
        </PresenceContext>
      </EditorContext>
    </EditorActionsContext>
  )
}
