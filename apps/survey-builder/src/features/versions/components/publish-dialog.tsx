import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { SurveyDraft, SurveyVersion } from '@sixfold/contract/surveys'
import { textIn } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { versionWords } from '../../../words/versions.ts'
import { usePublish, versionBeforeQuery } from '../queries.ts'
import type { Said } from '../verdicts.ts'
import { verdictRows, verdictsToSend } from '../verdicts.ts'
import { VerdictList } from './verdict-list.tsx'
import styles from './verdicts.module.css'

export interface PublishDialogProps {
  id: string
  definition: SurveyDefinition
  /** The number that the version will have. */
  next: number
  /** Saves what is pending; null when it could not be saved. */
  flush: () => Promise<SurveyDraft | null>
  onClose: () => void
  onPublished: (number: number) => void
}

/** Publishing: what became of each question is proposed, and the author has the last word. */
export function PublishDialog({ id, definition, next, flush, onClose, onPublished }: PublishDialogProps) {
  const say = useSay(versionWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const isSmall = useMediaQuery('(max-width: 767px)')
  const before = useQuery({ ...versionBeforeQuery(id), staleTime: 0 })
  const publish = usePublish()
  const [unsaved, setUnsaved] = useState(false)
  const [said, setSaid] = useState<Said>({ verdicts: {}, continues: {} })

  async function confirm(base: SurveyVersion | null) {
    const saved = await flush()
    setUnsaved(saved === null)
    if (!saved) return
    const verdicts = base ? verdictsToSend(verdictRows(base.definition, saved.definition, said)) : {}
    const version = await publish
      .mutateAsync({ id: saved.id, revision: saved.revision, verdicts, continues: said.continues })
      .catch(() => null)
    if (!version) return
    onClose()
    onPublished(version.number)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      fullScreen={isSmall}
      title={say('publishTitle', { number: next, title: textIn(definition.title, language, 'en') })}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <p className={styles.lead}>{say('publishText')}</p>
      <QueryStates query={before}>
        {({ version }) => (
          <>
            {version ? (
              <VerdictList before={version} definition={definition} said={said} onSay={setSaid} />
            ) : (
              <p className={styles.lead}>{say('publishFirst')}</p>
            )}
            <footer className={styles.foot}>
              {publish.error && <FailureNotice error={publish.error} />}
              {unsaved && <p role="alert">{say('notSavedYet')}</p>}
              <div className={styles.actions}>
                <Button onClick={onClose}>{sayCommon('cancel')}</Button>
                <Button variant="filled" loading={publish.isPending} onClick={() => void confirm(version)}>
                  {say('publishDo', { number: next })}
                </Button>
              </div>
            </footer>
          </>
        )}
      </QueryStates>
    </Modal>
  )
}
