import { Button, Textarea } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { caseWords } from '../../../words/cases.ts'
import styles from './cases.module.css'

interface NoteFormProps {
  label: string
  hint?: string
  send: string
  busy: boolean
  onSend: (text: string) => void
  onCancel: () => void
  /** Further fields, above the words. */
  children?: ReactNode
  /** What else keeps it from being sent. */
  incomplete?: boolean
  /** It may be sent without words. */
  optional?: boolean
}

/** Words that something needs, with what is done with them. */
export function NoteForm({
  label,
  hint,
  send,
  busy,
  onSend,
  onCancel,
  children,
  incomplete = false,
  optional = false,
}: NoteFormProps) {
  const say = useSay(caseWords)
  const sayCommon = useSay(commonWords)
  const [text, setText] = useState('')
  const missing = (text.trim() === '' && !optional) || incomplete
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!missing && !busy) onSend(text)
      }}
    >
      {children}
      <Textarea
        label={optional ? `${label} (${sayCommon('optional')})` : label}
        {...(hint ? { description: hint } : {})}
        value={text}
        maxLength={4000}
        autosize
        minRows={3}
        data-autofocus
        onChange={event => setText(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="filled" disabled={missing} loading={busy}>
          {send}
        </Button>
        <Button onClick={onCancel}>{say('cancel')}</Button>
      </div>
    </form>
  )
}
