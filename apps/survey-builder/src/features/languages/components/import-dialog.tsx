import { Button, FileButton, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { TextsChange, TextsImport } from '@sixfold/domain/survey/texts-csv'
import { languageName } from '@sixfold/ui/language-name'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { SkeletonLines } from '@sixfold/ui/parts/query-states'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { languageWords } from '../../../words/languages.ts'
import type { FileProblem } from '../read-file.ts'
import { MOST_MEGABYTES, readTextsFile } from '../read-file.ts'
import { ImportChanges } from './import-changes.tsx'
import { ImportFaults } from './import-faults.tsx'
import styles from './languages.module.css'

interface ImportDialogProps {
  definition: SurveyDefinition
  language: string
  onClose: () => void
  onImport: (changes: readonly TextsChange[]) => void
}

type Reading = { state: 'none' | 'reading' } | { state: 'read'; result: TextsImport | FileProblem }

/** Reads a file of texts and tells what it would change; nothing is changed before somebody says so. */
export function ImportDialog({ definition, language, onClose, onImport }: ImportDialogProps) {
  const say = useSay(languageWords)
  const sayCommon = useSay(commonWords)
  const { language: screens } = useLanguage()
  const isSmall = useMediaQuery('(max-width: 767px)')
  const [reading, setReading] = useState<Reading>({ state: 'none' })
  const read = reading.state === 'read' ? reading.result : null
  const found = read && 'changes' in read ? read : null

  async function take(file: File | null) {
    if (!file) return
    setReading({ state: 'reading' })
    setReading({ state: 'read', result: await readTextsFile(file, definition, language) })
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size={820}
      fullScreen={isSmall}
      title={say('importTitle', { language: languageName(language, screens) })}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <div className={styles.dialog}>
        <p className={styles.quiet}>{say('importLead')}</p>
        <div>
          <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={file => void take(file)} resetRef={null}>
            {props => (
              <Button {...props} data-autofocus>
                {say(reading.state === 'none' ? 'chooseFile' : 'otherFile')}
              </Button>
            )}
          </FileButton>
        </div>
        {reading.state === 'reading' && (
          <div role="status" aria-label={say('reading')}>
            <SkeletonLines count={3} />
          </div>
        )}
        {read && 'problem' in read && <Problem problem={read} />}
        {found && <Found found={found} definition={definition} language={language} />}
        <div className={styles.actions}>
          <Button onClick={onClose}>{sayCommon('cancel')}</Button>
          {found && found.changes.length > 0 && (
            <Button
              variant={found.faults.length > 0 ? 'default' : 'filled'}
              onClick={() => onImport(found.changes)}
            >
              {say(found.faults.length > 0 ? 'importRest' : 'importDo', { n: found.changes.length })}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}

function Found({ found, ...shown }: { found: TextsImport; definition: SurveyDefinition; language: string }) {
  const say = useSay(languageWords)
  const { changes, faults, unchanged, empty } = found
  return (
    <>
      {faults.length > 0 && <ImportFaults faults={faults} />}
      <section role="status">
        <h3>{say('willChange', { n: changes.length })}</h3>
        <p className={styles.quiet}>{say('willStay', { unchanged, empty })}</p>
      </section>
      {changes.length > 0 && <ImportChanges changes={changes} {...shown} />}
    </>
  )
}

function Problem({ problem }: { problem: FileProblem }) {
  const say = useSay(languageWords)
  const text =
    problem.problem === 'openQuote'
      ? say('openQuote', { line: problem.line })
      : say(problem.problem, { megabytes: MOST_MEGABYTES })
  return (
    <section role="alert">
      <h3>
        <LampShape tone="problem" /> {say('fileFault')}
      </h3>
      <p>{text}</p>
    </section>
  )
}
