import { Button, Checkbox } from '@mantine/core'
import type { ImportRun } from '@sixfold/contract/customers'
import { can } from '@sixfold/domain/permissions'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { useState } from 'react'
import { importPageWords } from '../../../words/imports.ts'
import { importFiles, useStartImport } from '../queries.ts'
import { FileDrop } from './file-drop.tsx'
import styles from './imports.module.css'

/** Chooses a file and sends it. What becomes of it is the next page's. */
export function ImportForm({ onStarted }: { onStarted: (run: ImportRun) => void }) {
  const say = useSay(importPageWords)
  const session = useSession().data
  const start = useStartImport()
  const [file, setFile] = useState<File>()
  const noRegions = session?.regions.length === 0
  const mayCreate = session !== undefined && can(session.actor, 'settings.edit', { regionId: null })
  const [wished, setWished] = useState<boolean>()
  const [skipFaulty, setSkipFaulty] = useState(false)
  const createRegions = mayCreate && (wished ?? noRegions)

  function choose(chosen: File) {
    start.reset()
    setFile(chosen)
  }
  function send() {
    if (!file) return
    start.mutate(
      {
        file,
        ...(skipFaulty ? { skipFaulty: true } : {}),
        ...(createRegions ? { createRegions: true } : {}),
      },
      { onSuccess: onStarted },
    )
  }
  return (
    <div className={styles.form}>
      <FileDrop file={file} onChoose={choose} />
      {start.error && <FailureNotice error={start.error} text={asApiError(start.error).fields[0]?.message} />}
      {mayCreate && (
        <Checkbox
          label={say('createRegions')}
          description={say(noRegions ? 'firstRegions' : 'createRegionsHelp')}
          checked={createRegions}
          onChange={event => setWished(event.currentTarget.checked)}
        />
      )}
      <Checkbox
        label={say('skipFaulty')}
        description={say('skipFaultyHelp')}
        checked={skipFaulty}
        onChange={event => setSkipFaulty(event.currentTarget.checked)}
      />
      <div className={styles.actions}>
        <Button variant="filled" disabled={!file} loading={start.isPending} onClick={send}>
          {say('start')}
        </Button>
        <a href={importFiles.template} download="customers.csv">
          {say('template')}
        </a>
      </div>
    </div>
  )
}
