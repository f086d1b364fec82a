import { Button } from '@mantine/core'
import type { CaseDetail, CaseTimelineEntry } from '@sixfold/contract/cases'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { isKnownReason, touchRefusalWords } from '@sixfold/ui/words/touch-refusals'
import { useState } from 'react'
import { caseWords } from '../../../words/cases.ts'
import { useNote } from '../queries.ts'
import styles from './cases.module.css'
import { NoteForm } from './note-form.tsx'

/** Everything that happened, the latest first, with the notes of colleagues. */
export function CaseTimeline({ one }: { one: CaseDetail }) {
  const say = useSay(caseWords)
  const [writing, setWriting] = useState(false)
  const note = useNote()
  return (
    <Sheet
      title={say('timeline')}
      aside={
        one.editable && !writing ? (
          <Button size="xs" onClick={() => setWriting(true)}>
            {say('addNote')}
          </Button>
        ) : undefined
      }
    >
      {note.isError && <FailureNotice error={note.error} />}
      {writing && (
        <NoteForm
          label={say('addNote.label')}
          hint={say('addNote.hint')}
          send={say('addNote')}
          busy={note.isPending}
          onCancel={() => setWriting(false)}
          onSend={text => note.mutate({ id: one.id, text }, { onSuccess: () => setWriting(false) })}
        />
      )}
      <ol className={styles.timeline}>
        {one.entries.toReversed().map(entry => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </Sheet>
  )
}

/** Entries whose words stand below the line; in others they are part of it. */
const BELOW: readonly CaseTimelineEntry['what'][] = [
  'note',
  'resolved',
  'reopened',
  'closed',
  'confirmed',
  'disputed',
]

function Entry({ entry }: { entry: CaseTimelineEntry }) {
  const say = useSay(caseWords)
  const { language } = useLanguage()
  const text = useEntryText(entry)
  const who = entry.by === 'staff' ? entry.name : say(entry.by === 'customer' ? 'customerDid' : 'houseDid')
  return (
    <li data-by={entry.by} data-note={entry.what === 'note' || undefined}>
      <p>
        <strong>{who}</strong>{' '}
        {entry.what === 'judged' && text === '' ? say('judgedAgain') : say(`event.${entry.what}`, { text })}
      </p>
      <p className={styles.when}>
        <time dateTime={entry.at}>{formatInstant(entry.at, language)}</time>
      </p>
      {BELOW.includes(entry.what) && entry.text !== '' && <p className={styles.said}>{entry.text}</p>}
    </li>
  )
}

/** Closed words in the reader's language. */
function useEntryText({ what, text }: CaseTimelineEntry): string {
  const say = useSay(caseWords)
  const sayReason = useSay(touchRefusalWords)
  if (what === 'not_told') return isKnownReason(text) ? sayReason(text) : text
  if (what === 'severity' && (text === 'critical' || text === 'normal' || text === 'minor'))
    return say(`severity.${text}`)
  if (what === 'escalated' && (text === '1' || text === '2' || text === '3')) return say(`escalated.${text}`)
  return text
}
