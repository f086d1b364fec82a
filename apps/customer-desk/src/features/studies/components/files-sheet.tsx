import { Button, TextInput } from '@mantine/core'
import type { Study } from '@sixfold/contract/studies'
import { asApiError } from '@sixfold/ui/api-error'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { FileDrop } from '@sixfold/ui/parts/file-drop'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { studyWords } from '../../../words/studies.ts'
import { studyFileAddress, useAddStudyFile, useRemoveStudyFile } from '../queries.ts'
import styles from './studies.module.css'

const ACCEPTED = '.png,.jpg,.jpeg,.webp,.gif,.pdf,.docx,.odt,.xlsx,.ods'

/** Files that show what was found. */
export function FilesSheet({ study }: { study: Study }) {
  const say = useSay(studyWords)
  const { language } = useLanguage()
  const remove = useRemoveStudyFile()
  const mayAdd = study.editable || study.own !== null
  return (
    <Sheet title={say('files')}>
      {study.files.length === 0 && <p className={styles.quiet}>{say('noFiles')}</p>}
      <ul className={styles.list}>
        {study.files.map(({ id, name, by, at, note }) => (
          <li key={id} className={styles.item}>
            <span>
              <a href={studyFileAddress(study.id, id)} download={name}>
                {name}
              </a>
              <span className={styles.small}>
                {[note, say('fileBy', { who: by, time: formatInstant(at, language, { show: 'date' }) })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {mayAdd && (
              <Button
                size="xs"
                variant="subtle"
                aria-label={say('removeIt', { name })}
                loading={remove.isPending && remove.variables.fileId === id}
                onClick={() => remove.mutate({ id: study.id, fileId: id })}
              >
                {say('remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {remove.isError && <FailureNotice error={remove.error} />}
      {mayAdd && <FileForm id={study.id} />}
    </Sheet>
  )
}

function FileForm({ id }: { id: string }) {
  const say = useSay(studyWords)
  const add = useAddStudyFile()
  const [file, setFile] = useState<File>()
  const [note, setNote] = useState('')
  const isWrong = add.isError && asApiError(add.error).code === 'unsupported_media_type'
  return (
    <div className={styles.form} style={{ marginTop: 'var(--s-4)' }}>
      {add.isError && <FailureNotice error={add.error} text={isWrong ? say('wrongFile') : undefined} />}
      <FileDrop
        label={say('fileLabel')}
        accept={ACCEPTED}
        limits={say('fileLimits')}
        file={file}
        onChoose={chosen => {
          add.reset()
          setFile(chosen)
        }}
      />
      {file && (
        <>
          <TextInput
            label={say('fileNote')}
            value={note}
            maxLength={300}
            onChange={event => setNote(event.currentTarget.value)}
          />
          <Button
            variant="filled"
            loading={add.isPending}
            onClick={() =>
              add.mutate(
                { id, file, note },
                {
                  onSuccess() {
                    toast.done(say('fileAdded', { name: file.name }))
                    setFile(undefined)
                    setNote('')
                  },
                },
              )
            }
          >
            {say('addFile')}
          </Button>
        </>
      )}
    </div>
  )
}
