import { Button } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import type { QuestionChange } from '@sixfold/domain/survey/versions'
import { asApiError } from '@sixfold/ui/api-error'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useState } from 'react'
import { editorWords } from '../../../words/editor.ts'
import { useEditor } from '../editor-context.ts'
import { usePublish } from '../queries.ts'
import { reviewId } from './review.tsx'
import styles from './top-bar.module.css'

const changeKinds: readonly QuestionChange[] = ['same', 'reworded', 'new', 'dropped']

/** The one primary button: publishes, or leads to what stands against it. */
export function PublishButton({ onPublished }: { onPublished: (number: number) => void }) {
  const say = useSay(editorWords)
  const { findings, latestVersion, changed } = useEditor()
  const [asking, setAsking] = useState(false)
  const stops = findings.filter(({ severity }) => severity === 'stops').length
  const next = (latestVersion ?? 0) + 1

  if (latestVersion !== null && !changed) {
    return (
      <Button disabled>
        {say('version', { number: latestVersion })}: {say('published').toLocaleLowerCase()}
      </Button>
    )
  }
  if (stops > 0) {
    return (
      <Button
        leftSection={
          <span className={styles.lamp}>
            <LampShape tone="problem" />
          </span>
        }
        onClick={() => {
          document.getElementById(reviewId)?.scrollIntoView({ block: 'start' })
          document.getElementById(reviewId)?.focus()
        }}
      >
        {say('fixToPublish', { n: stops })}
      </Button>
    )
  }
  return (
    <>
      <Button variant="filled" onClick={() => setAsking(true)}>
        {say('publish', { number: next })}
      </Button>
      {asking && <PublishDialog next={next} onClose={() => setAsking(false)} onPublished={onPublished} />}
    </>
  )
}

interface PublishDialogProps {
  next: number
  onClose: () => void
  onPublished: (number: number) => void
}

function PublishDialog({ next, onClose, onPublished }: PublishDialogProps) {
  const say = useSay(editorWords)
  const { language } = useLanguage()
  const { definition, session, changes } = useEditor()
  const publish = usePublish()
  const [unsaved, setUnsaved] = useState(false)
  const count = (kind: QuestionChange) => Object.values(changes ?? {}).filter(one => one === kind).length

  async function confirm() {
    const saved = await session.flush()
    setUnsaved(saved === null)
    if (!saved) return
    const version = await publish.mutateAsync({ id: saved.id, revision: saved.revision }).catch(() => null)
    if (!version) return
    onClose()
    onPublished(version.number)
  }

  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={say('publishTitle', { number: next, title: textIn(definition.title, language, 'en') })}
      confirmLabel={say('publishDo', { number: next })}
      onConfirm={() => void confirm()}
      busy={publish.isPending}
      error={publish.error ? asApiError(publish.error) : null}
    >
      <p>{say('publishText')}</p>
      {changes && (
        <p>{say('publishChanges', Object.fromEntries(changeKinds.map(kind => [kind, count(kind)])))}</p>
      )}
      {unsaved && <p role="alert">{say('notSavedYet')}</p>}
    </ConfirmDialog>
  )
}
