import { useSay } from '@sixfold/ui/parts/language'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { editorWords } from '../../../words/editor.ts'
import type { Editor as EditorValue } from '../editor-context.ts'
import { EditorActionsContext, EditorContext } from '../editor-context.ts'
import { useEditorActionsOf } from '../use-editor-actions.ts'
import { useEditorKeys } from '../use-editor-keys.ts'
import type { EditorInput } from '../use-editor-value.ts'
import { useEditorValue } from '../use-editor-value.ts'
import { useFieldFocus } from '../use-field-focus.ts'
import { Canvas } from './canvas.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import styles from './editor.module.css'
import { Inspector } from './inspector.tsx'
import { Outline } from './outline.tsx'
import { Palette } from './palette/palette.tsx'
import { PublishButton } from './publish-button.tsx'
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
  const { conflict } = editor.session.draft
  return (
    <EditorActionsContext value={actions}>
      <EditorContext value={editor}>
        <div className={styles.editor} ref={place}>
          <TopBar
            onLanguage={one => props.onAddress({ ...props.address, language: one })}
            links={props.links}
            action={<PublishButton />}
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
          <Palette opened={choosing} onClose={() => setChoosing(false)} />
        </div>
      </EditorContext>
    </EditorActionsContext>
  )
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
