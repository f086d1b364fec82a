import { Button, Textarea } from '@mantine/core'
import type { CaseReply } from '@sixfold/contract/case-replies'
import { displayName } from '@sixfold/domain/language-name'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { replyWords } from '../../../words/case-replies.ts'
import { usePropose } from '../queries.ts'
import styles from './case-replies.module.css'

interface ProposeFormProps {
  caseId: string
  /** What stands; null: nothing yet. */
  reply: CaseReply | null
  /** The customer's language; customers who read another one see this one or English. */
  language: string
  /** What the customer was told, to begin with. */
  told: string
  onDone: () => void
}

export function ProposeForm({ caseId, reply, language: tag, told, onDone }: ProposeFormProps) {
  const say = useSay(replyWords)
  const { language } = useLanguage()
  const propose = usePropose()
  const [said, setSaid] = useState(reply?.said[tag] ?? '')
  const [did, setDid] = useState(reply?.did[tag] ?? told)
  const name = displayName(tag, language)
  const submit = () =>
    propose.mutate(
      {
        id: caseId,
        revision: reply?.revision ?? 0,
        said: { ...reply?.said, [tag]: said },
        did: { ...reply?.did, [tag]: did },
      },
      {
        onSuccess: () => {
          toast.done(say('proposed'))
          onDone()
        },
        onError: error => toast.failed(error, language),
      },
    )
  return (
    <form
      className={styles.card}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <p className={styles.by}>{say('proposeText')}</p>
      <Textarea
        label={say('saidIn', { language: name })}
        value={said}
        onChange={event => setSaid(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
        lang={tag}
      />
      <Textarea
        label={say('didIn', { language: name })}
        value={did}
        onChange={event => setDid(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
        lang={tag}
        required
        withAsterisk={false}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="filled" disabled={did.trim() === ''} loading={propose.isPending}>
          {say('save')}
        </Button>
      </div>
    </form>
  )
}
