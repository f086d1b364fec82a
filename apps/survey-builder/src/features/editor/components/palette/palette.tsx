import { Modal, Tabs } from '@mantine/core'
import type { LibraryEntry } from '@sixfold/contract/question-library'
import { questionFromLibrary } from '@sixfold/domain/survey/library'
import type { QuestionKind } from '@sixfold/domain/survey/question'
import { useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { paletteWords } from '../../../../words/palette.ts'
import { useEditorActions } from '../../editor-context.ts'
import { newQuestion } from '../../new-parts.ts'
import { KindList } from './kind-list.tsx'
import { LibraryList } from './library-list.tsx'
import styles from './palette.module.css'

interface PaletteProps {
  opened: boolean
  onClose: () => void
}

/** What can be added: every kind of question, and the questions of the library. */
export function Palette({ opened, onClose }: PaletteProps) {
  const say = useSay(paletteWords)
  const sayCommon = useSay(commonWords)
  const { now, addQuestion } = useEditorActions()
  // After adding, the keyboard goes on in the new question; else where it was before.
  const [added, setAdded] = useState(false)
  function close(adding: boolean) {
    setAdded(adding)
    onClose()
  }
  function addKind(kind: QuestionKind) {
    close(true)
    addQuestion((id, page) => {
      const { definition, model } = now()
      return newQuestion(kind, { id, page, definition, model })
    })
  }
  function addEntry(entry: LibraryEntry) {
    close(true)
    addQuestion(id => {
      const { definition, model } = now()
      return questionFromLibrary(entry, { id, languages: definition.languages, model })
    })
  }
  return (
    <Modal
      opened={opened}
      onClose={() => close(false)}
      size={900}
      title={say('title')}
      returnFocus={!added}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
      classNames={{ content: styles.content ?? '', body: styles.body ?? '' }}
    >
      <Tabs defaultValue="kinds" keepMounted={false} className={styles.tabs ?? ''}>
        <Tabs.List>
          <Tabs.Tab value="kinds">{say('kinds')}</Tabs.Tab>
          <Tabs.Tab value="library">{say('library')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="kinds" className={styles.panel ?? ''}>
          <KindList onChoose={addKind} />
        </Tabs.Panel>
        <Tabs.Panel value="library" className={styles.panel ?? ''}>
          <LibraryList onChoose={addEntry} />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  )
}
