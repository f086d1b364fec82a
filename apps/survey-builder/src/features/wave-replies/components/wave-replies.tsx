import { Button } from '@mantine/core'
import type { Region } from '@sixfold/contract/staff'
import type { KeptReplies, WaveReply } from '@sixfold/contract/wave-replies'
import { repliesConflictData } from '@sixfold/contract/wave-replies'
import { asApiError } from '@sixfold/ui/api-error'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { replyWords } from '../../../words/wave-replies.ts'
import { repliesQuery, useSaveReplies } from '../queries.ts'
import { ReplyFields } from './reply-fields.tsx'
import styles from './wave-replies.module.css'

export interface WaveRepliesProps {
  waveId: string
  regions: readonly Region[]
  mayEdit: boolean
}

/** What was done about the answers of a wave that is over: whoever answers the next one reads it at the end. */
export function WaveReplies({ waveId, regions, mayEdit }: WaveRepliesProps) {
  const say = useSay(replyWords)
  const replies = useQuery(repliesQuery(waveId))
  return (
    <Sheet title={say('title')}>
      <p className={styles.lead}>{say('lead')}</p>
      <QueryStates query={replies}>
        {kept => <RepliesForm kept={kept} regions={regions} mayEdit={mayEdit} />}
      </QueryStates>
    </Sheet>
  )
}

const blank = (factor: string): WaveReply => ({
  factor,
  regionId: null,
  said: {},
  did: {},
  state: 'done',
  on: null,
})

function RepliesForm({ kept, regions, mayEdit }: Omit<WaveRepliesProps, 'waveId'> & { kept: KeptReplies }) {
  const say = useSay(replyWords)
  const { language } = useLanguage()
  /** Null: nothing is changed, so what is kept is shown. */
  const [draft, setDraft] = useState<{ items: WaveReply[]; on: number } | null>(null)
  const save = useSaveReplies(kept.waveId)
  const items = draft?.items ?? kept.items
  const write = (next: WaveReply[]) => setDraft({ items: next, on: draft?.on ?? kept.revision })
  const conflict = save.error ? repliesConflictData.safeParse(asApiError(save.error).data) : null
  const stand = () => {
    setDraft(null)
    save.reset()
  }
  const keep = (revision: number) =>
    save.mutate(
      { id: kept.waveId, revision, items: items.filter(({ did }) => hasWords(did)) },
      {
        onSuccess: () => {
          stand()
          toast.done(say('saved'))
        },
      },
    )
  const firstFactor = kept.factors[0]?.key
  return (
    <>
      {items.length === 0 && <p className={styles.quiet}>{say(mayEdit ? 'empty' : 'none')}</p>}
      <ol className={styles.list}>
        {items.map(placed).map(({ item, at }) => (
          <li key={at}>
            <ReplyFields
              number={at + 1}
              item={item}
              of={kept}
              regions={regions}
              mayEdit={mayEdit}
              onChange={changed => write(items.map((one, place) => (place === at ? changed : one)))}
              onRemove={() => write(items.filter((_, place) => place !== at))}
            />
          </li>
        ))}
      </ol>
      {save.error && !conflict?.success && <FailureNotice error={save.error} />}
      {conflict?.success && (
        <p role="alert">
          <Lamp tone="problem">{say('conflict', { name: conflict.data.current.savedBy })}</Lamp>
        </p>
      )}
      {mayEdit && firstFactor !== undefined && (
        <div className={styles.actions}>
          <Button onClick={() => write([...items, blank(firstFactor)])}>{say('add')}</Button>
          {draft && (
            <>
              <Button
                variant="filled"
                loading={save.isPending}
                onClick={() => keep(conflict?.success ? conflict.data.current.revision : draft.on)}
              >
                {say(conflict?.success ? 'keepMine' : 'save')}
              </Button>
              <Button variant="subtle" onClick={stand}>
                {say('discard')}
              </Button>
            </>
          )}
        </div>
      )}
      {kept.savedAt !== null && !draft && (
        <p className={styles.quiet}>
          {say('savedBy', {
            name: kept.savedBy,
            day: formatInstant(kept.savedAt, language, { show: 'date' }),
          })}
        </p>
      )}
    </>
  )
}

/** Entries have no name of their own: their place tells them apart. */
const placed = (item: WaveReply, at: number) => ({ item, at })

const hasWords = (text: Readonly<Record<string, string>>) =>
  Object.values(text).some(words => words.trim() !== '')
