import { Button } from '@mantine/core'
import type { LibraryEntry } from '@sixfold/contract/question-library'
import { textIn } from '@sixfold/domain/local-text'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { partsOf } from '@sixfold/domain/survey/parts'
import { formatInstant } from '@sixfold/ui/format'
import { ownName } from '@sixfold/ui/language-name'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { kindNames } from '../../../../words/kinds.ts'
import { paletteWords } from '../../../../words/palette.ts'
import { useEditorActions } from '../../editor-context.ts'
import { useRemoveFromLibrary } from '../../library-queries.ts'
import { EntryNameDialog } from './entry-name-dialog.tsx'
import styles from './palette.module.css'

/** One entry of the library: what it says in each language, where it comes from, and what can be done with it. */
export function LibraryDetail({ entry, onAdd }: { entry: LibraryEntry; onAdd: () => void }) {
  const say = useSay(paletteWords)
  const sayKind = useSay(kindNames)
  const { name, question, origin } = entry
  const [dialog, setDialog] = useState<'rename' | 'remove' | null>(null)
  const close = () => setDialog(null)
  return (
    <section className={styles.detail} aria-label={name}>
      <h3>{name}</h3>
      <p className={styles.fact}>{sayKind(question.kind)}</p>
      <Texts entry={entry} />
      <Origin entry={entry} />
      <div className={styles.acts}>
        <Button
          variant="filled"
          leftSection={<IconPlus size={15} stroke={1.75} aria-hidden="true" />}
          onClick={onAdd}
        >
          {say('add')}
        </Button>
        {origin === 'own' && (
          <>
            <Button variant="subtle" onClick={() => setDialog('rename')}>
              {say('rename')}
            </Button>
            <Button variant="subtle" color="problem" onClick={() => setDialog('remove')}>
              {say('remove')}
            </Button>
          </>
        )}
      </div>
      {dialog === 'rename' && <EntryNameDialog rename={entry} onClose={close} />}
      {dialog === 'remove' && <RemoveEntry entry={entry} onClose={close} />}
    </section>
  )
}

function Texts({ entry: { question } }: { entry: LibraryEntry }) {
  const { now } = useEditorActions()
  const parts = partsOf(question)?.parts ?? []
  return (
    <dl className={styles.texts}>
      {Object.keys(question.text).map(language => (
        <div key={language}>
          <dt>{ownName(language)}</dt>
          <dd lang={language}>
            {question.text[language]}
            {parts.length > 0 &&
              language === (Object.hasOwn(question.text, now().language) ? now().language : language) && (
                <ul className={styles.parts}>
                  {parts.map(part => (
                    <li key={part.id}>{textIn(part.text, language, language)}</li>
                  ))}
                </ul>
              )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Origin({ entry: { id, savedAt, savedBy } }: { entry: LibraryEntry }) {
  const say = useSay(paletteWords)
  const { language: screens } = useLanguage()
  const { now } = useEditorActions()
  const used = questionsOf(now().definition).filter(({ libraryEntry }) => libraryEntry === id).length
  return (
    <p className={styles.fact}>
      {savedAt && savedBy
        ? say('savedBy', { name: savedBy, at: formatInstant(savedAt, screens, { show: 'date' }) })
        : say('ships')}
      {used > 0 && (
        <>
          <br />
          {say('inSurvey', { n: used })}
        </>
      )}
    </p>
  )
}

function RemoveEntry({ entry: { id, name }, onClose }: { entry: LibraryEntry; onClose: () => void }) {
  const say = useSay(paletteWords)
  const remove = useRemoveFromLibrary()
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={say('removeTitle', { name })}
      confirmLabel={say('removeDo')}
      destructive
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() =>
        remove.mutate(
          { id },
          {
            onSuccess: () => {
              toast.done(say('removed', { name }))
              onClose()
            },
          },
        )
      }
    >
      {say('removeText')}
    </ConfirmDialog>
  )
}
