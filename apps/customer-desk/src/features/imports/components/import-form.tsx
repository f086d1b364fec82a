import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import type { ImportRun } from '@sixfold/contract/imports'
import type { ImportKind } from '@sixfold/domain/customers/import-columns'
import { importKinds } from '@sixfold/domain/customers/import-columns'
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

export interface ImportFormProps {
  kind: ImportKind
  onKind: (kind: ImportKind) => void
  onStarted: (run: ImportRun) => void
}

/** Chooses a file and sends it. What becomes of it is the next page's. */
export function ImportForm({ kind, onKind, onStarted }: ImportFormProps) {
  const say = useSay(importPageWords)
  const session = useSession().data
  const start = useStartImport()
  const [file, setFile] = useState<File>()
  const noRegions = session?.regions.length === 0
  const may = (action: 'settings.edit' | 'products.edit') =>
    session !== undefined && can(session.actor, action, { regionId: null })
  const mayCreate = (kind === 'accounts' || kind === 'contacts') && may('settings.edit')
  const mayCreateProducts = kind === 'installations' && may('products.edit')
  const [wished, setWished] = useState<boolean>()
  const [skipFaulty, setSkipFaulty] = useState(false)
  const [productsToo, setProductsToo] = useState(false)
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
        kind,
        ...(skipFaulty ? { skipFaulty: true } : {}),
        ...(createRegions ? { createRegions: true } : {}),
        ...(mayCreateProducts && productsToo ? { createProducts: true } : {}),
      },
      { onSuccess: onStarted },
    )
  }
  return (
    <div className={styles.form}>
      <SegmentedControl
        aria-label={say('kind')}
        value={kind}
        onChange={value => onKind(importKinds.find(one => one === value) ?? kind)}
        data={importKinds.map(value => ({ value, label: say(value) }))}
      />
      <p className={styles.quiet}>{say(`lead.${kind}`)}</p>
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
      {mayCreateProducts && (
        <Checkbox
          label={say('createProducts')}
          description={say('createProductsHelp')}
          checked={productsToo}
          onChange={event => setProductsToo(event.currentTarget.checked)}
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
        <a href={importFiles.template(kind)} download={`${kind}.csv`}>
          {say('template')}
        </a>
      </div>
    </div>
  )
}
