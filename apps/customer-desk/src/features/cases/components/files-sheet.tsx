import { ActionIcon, Button, FileButton } from '@mantine/core'
import type { CaseDetail } from '@sixfold/contract/cases'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { IconX } from '@tabler/icons-react'
import { caseWords } from '../../../words/cases.ts'
import { useAddFile, useRemoveFile } from '../queries.ts'
import styles from './cases.module.css'

export function FilesSheet({ one }: { one: CaseDetail }) {
  const say = useSay(caseWords)
  const add = useAddFile()
  const remove = useRemoveFile()
  const choose = (file: File | null) => {
    if (file) add.mutate({ id: one.id, file })
  }
  return (
    <Sheet
      title={say('files')}
      aside={
        one.editable ? (
          <FileButton onChange={choose} inputProps={{ 'aria-label': say('addFile'), tabIndex: -1 }}>
            {props => (
              <Button size="xs" loading={add.isPending} {...props}>
                {say('addFile')}
              </Button>
            )}
          </FileButton>
        ) : undefined
      }
    >
      {add.isError && <FailureNotice error={add.error} />}
      {remove.isError && <FailureNotice error={remove.error} />}
      {one.files.length === 0 ? (
        <p className={styles.quiet}>{say('files.none')}</p>
      ) : (
        <ul className={styles.lines}>
          {one.files.map(({ id, name }) => (
            <li key={id}>
              <a href={`/api/cases/${one.id}/files/${id}`} download>
                {name}
              </a>
              {one.editable && (
                <ActionIcon
                  variant="subtle"
                  aria-label={say('removeFile', { name })}
                  onClick={() => remove.mutate({ id: one.id, fileId: id })}
                >
                  <IconX size={16} stroke={1.75} aria-hidden="true" />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
