import { Button, FileButton } from '@mantine/core'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { IconUpload } from '@tabler/icons-react'
import { useRef } from 'react'
import { calendarWords } from '../../../words/calendar.ts'
import { useUploadReply } from '../queries.ts'
import styles from './calendar-replies.module.css'

/** Reads an answer out of a file; what came of it stands below. */
export function UploadReply({ eventId }: { eventId: string }) {
  const say = useSay(calendarWords)
  const upload = useUploadReply()
  const reset = useRef<() => void>(null)
  return (
    <>
      <div className={styles.upload}>
        <FileButton
          accept=".ics,.eml,text/calendar,message/rfc822"
          resetRef={reset}
          onChange={file => {
            if (file) upload.mutate({ id: eventId, file })
            // The same file may be chosen again.
            reset.current?.()
          }}
        >
          {props => (
            <Button
              {...props}
              loading={upload.isPending}
              leftSection={<IconUpload size={16} stroke={1.75} aria-hidden="true" />}
            >
              {say('upload')}
            </Button>
          )}
        </FileButton>
        <p className={styles.quiet}>{say('uploadHelp')}</p>
      </div>
      <div role="status" className={styles.outcome}>
        {upload.data && <p>{outcomeText(upload.data)}</p>}
        {upload.error && <FailureNotice error={upload.error} />}
      </div>
    </>
  )

  function outcomeText({ outcome, reply }: NonNullable<typeof upload.data>): string {
    if (outcome !== 'ignored') return say(`done.${outcome}`)
    const reason = reply?.reason ? say(`reason.${reply.reason}`, { sender: reply.sender }) : ''
    return say('done.ignored', { reason })
  }
}
