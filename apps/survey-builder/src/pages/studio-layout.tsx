import { useSay } from '@sixfold/ui/parts/language'
import { editorWords } from '../words/editor.ts'
import { BuilderShell } from './builder-layout.tsx'

/** The shell of pages that lay out their own edges: editor and preview. */
export function StudioLayout() {
  const say = useSay(editorWords)
  return (
    <BuilderShell
      layout="flush"
      shortcuts={[
        { keys: ['Ctrl', 'Z'], does: say('shortcutUndo') },
        { keys: ['Ctrl', 'Shift', 'Z'], does: say('shortcutRedo') },
        { keys: ['Alt', 'Up', 'Down'], does: say('shortcutMove') },
        { keys: ['Alt', 'N'], does: say('shortcutAdd') },
        { keys: ['Enter'], does: say('shortcutNextOption') },
        { keys: ['Backspace'], does: say('shortcutTakeOption') },
      ]}
    />
  )
}
