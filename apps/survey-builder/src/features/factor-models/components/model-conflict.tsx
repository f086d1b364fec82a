import { Button, Modal } from '@mantine/core'
import type { KeptFactorModel } from '@sixfold/contract/factor-models'
import { useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import { factorModelWords } from '../../../words/factor-models.ts'
import styles from './model-conflict.module.css'

interface ModelConflictProps {
  theirs: KeptFactorModel
  busy: boolean
  onTake: () => void
  onKeep: () => void
  onClose: () => void
}

/** Somebody else saved first: nothing is lost before a person has chosen. */
export function ModelConflict({ theirs, busy, onTake, onKeep, onClose }: ModelConflictProps) {
  const say = useSay(factorModelWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('conflictTitle', { by: theirs.savedBy ?? '' })}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <p>{say('conflictText', { version: theirs.version })}</p>
      <div className={styles.actions}>
        <Button onClick={onTake}>{say('takeTheirs')}</Button>
        <Button variant="filled" loading={busy} onClick={onKeep}>
          {say('saveMine')}
        </Button>
      </div>
    </Modal>
  )
}
