import { Button, TextInput } from '@mantine/core'
import type { CaseReply } from '@sixfold/contract/case-replies'
import { formatInstant } from '@sixfold/ui/format'
import { languageName } from '@sixfold/ui/language-name'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { replyWords } from '../../../words/case-replies.ts'
import { useDecide } from '../queries.ts'
import styles from './case-replies.module.css'

const tones = { open: 'attention', approved: 'good', refused: 'problem', withdrawn: 'none' } as const

/** What the customer of a case reads, or would read; and the decision of a second person. `isListed`: under a heading that says its state. */
export function ReplyCard({ reply, isListed = false }: { reply: CaseReply; isListed?: boolean }) {
  const say = useSay(replyWords)
  const { language } = useLanguage()
  const isHidden = reply.state === 'approved' && !reply.shown
  const tags = [...new Set([...Object.keys(reply.said), ...Object.keys(reply.did)])]
  return (
    <div className={styles.card}>
      {(!isListed || isHidden) && (
        <Lamp tone={tones[reply.state]}>{say(isHidden ? 'hidden' : `state.${reply.state}`)}</Lamp>
      )}
      {tags.map(tag => (
        <div key={tag} className={styles.sentences} lang={tag}>
          {reply.said[tag] && (
            <p>
              <span className={styles.lead}>{say('saidIn', { language: languageName(tag, language) })}</span>
              {reply.said[tag]}
            </p>
          )}
          {reply.did[tag] && (
            <p>
              <span className={styles.lead}>{say('didIn', { language: languageName(tag, language) })}</span>
              {reply.did[tag]}
            </p>
          )}
        </div>
      ))}
      <p className={styles.by}>
        {say('proposedBy', {
          name: reply.proposedBy,
          day: formatInstant(reply.proposedAt, language, { show: 'date' }),
        })}
        {reply.decidedBy !== '' && ` · ${say('decidedBy', { name: reply.decidedBy })}`}
      </p>
      {reply.reason !== '' && <p>{reply.reason}</p>}
      {reply.state === 'open' && reply.editable && <Decision reply={reply} />}
    </div>
  )
}

function Decision({ reply: { id, revision, own, receipt } }: { reply: CaseReply }) {
  const say = useSay(replyWords)
  const { language } = useLanguage()
  const decide = useDecide()
  const [reason, setReason] = useState('')
  const take = (step: 'approve' | 'refuse' | 'withdraw') =>
    decide.mutate(
      { id, revision, step, reason },
      {
        onSuccess: () => toast.done(say('decided')),
        onError: error => toast.failed(error, language),
      },
    )
  if (own)
    return (
      <div className={styles.actions}>
        <Button loading={decide.isPending} onClick={() => take('withdraw')}>
          {say('withdraw')}
        </Button>
      </div>
    )
  return (
    <div className={styles.actions}>
      <Button variant="filled" loading={decide.isPending} onClick={() => take('approve')}>
        {say('approve')}
      </Button>
      <div className={styles.refusal}>
        <TextInput
          aria-label={`${say('reason')}: ${receipt}`}
          placeholder={say('reason')}
          value={reason}
          maxLength={500}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <Button disabled={reason.trim() === ''} loading={decide.isPending} onClick={() => take('refuse')}>
          {say('refuse')}
        </Button>
      </div>
    </div>
  )
}
