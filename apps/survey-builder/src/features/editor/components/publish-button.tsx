import { Button } from '@mantine/core'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { useState } from 'react'
import { editorWords } from '../../../words/editor.ts'
import { REVIEW_ID, useEditor } from '../editor-context.ts'
import styles from './top-bar.module.css'

/** The one primary button: publishes, or leads to what stands against it. */
export function PublishButton() {
  const say = useSay(editorWords)
  const editor = useEditor()
  const { findings, latestVersion, changed, slots } = editor
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
          document.getElementById(REVIEW_ID)?.scrollIntoView({ block: 'start' })
          document.getElementById(REVIEW_ID)?.focus()
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
      {asking && slots.publish(editor, { next, close: () => setAsking(false) })}
    </>
  )
}
