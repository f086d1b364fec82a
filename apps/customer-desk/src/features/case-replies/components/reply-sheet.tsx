import { Button } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { replyWords } from '../../../words/case-replies.ts'
import { replyQuery } from '../queries.ts'
import styles from './case-replies.module.css'
import { ProposeForm } from './propose-form.tsx'
import { ReplyCard } from './reply-card.tsx'

interface ReplySheetProps {
  caseId: string
  closed: boolean
  language: string
  told: string
  editable: boolean
}

/** On the page of a case: what its customer reads about it. */
export function ReplySheet({ caseId, closed, language, told, editable }: ReplySheetProps) {
  const say = useSay(replyWords)
  const found = useQuery(replyQuery(caseId))
  const [writing, setWriting] = useState(false)
  return (
    <Sheet title={say('title')}>
      <QueryStates query={found}>
        {({ reply }) => (
          <div className={styles.stack}>
            {reply && <ReplyCard reply={reply} />}
            {!closed && !reply && <p className={styles.by}>{say('onlyClosed')}</p>}
            {closed && editable && !writing && (
              <div className={styles.actions}>
                <Button onClick={() => setWriting(true)}>{say(reply ? 'proposeAnew' : 'propose')}</Button>
              </div>
            )}
            {writing && (
              <ProposeForm
                caseId={caseId}
                reply={reply}
                language={language}
                told={told}
                onDone={() => setWriting(false)}
              />
            )}
          </div>
        )}
      </QueryStates>
    </Sheet>
  )
}
