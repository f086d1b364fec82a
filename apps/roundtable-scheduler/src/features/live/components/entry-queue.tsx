import { Button } from '@mantine/core'
import type { LiveRoom } from '@sixfold/contract/live-rooms'
import { LIVE_QUESTION_STATES, mayBecome } from '@sixfold/domain/live-room/live-question'
import { textIn } from '@sixfold/domain/local-text'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useState } from 'react'
import { liveWords } from '../../../words/live.ts'
import type { LiveActions } from '../queries.ts'
import styles from './live.module.css'

/** Everything the room said; what waits for the moderator first. */
export function EntryQueue({
  room,
  actions,
  mayModerate,
}: {
  room: LiveRoom
  actions: LiveActions
  mayModerate: boolean
}) {
  const say = useSay(liveWords)
  const { language } = useLanguage()
  const [silencing, setSilencing] = useState<string>()
  const waiting = room.entries.filter(({ state }) => state === 'waiting')
  const others = room.entries.filter(({ state }) => state !== 'waiting')
  if (room.entries.length === 0) return <p className={styles.muted}>{say('noEntries')}</p>
  return (
    <>
      <ul className={styles.list}>
        {[...waiting, ...others].map(entry => (
          <li key={entry.id} className={styles.entry}>
            <p>{entry.text}</p>
            <div className={styles.row}>
              <Lamp
                tone={entry.state === 'waiting' ? 'attention' : entry.state === 'hidden' ? 'none' : 'good'}
              >
                {say(`state.${entry.state}`)}
              </Lamp>
              <span className={styles.muted}>
                {entry.topic && `${textIn(entry.topic.name, language, 'en')}, `}
                {entry.name || say('anonymous')}, {say('votes', { n: entry.votes })}
                {entry.itemId !== null && `, ${say('ideas')}`}
              </span>
            </div>
            {mayModerate && (
              <div className={styles.row}>
                {LIVE_QUESTION_STATES.filter(state => mayBecome(entry.state, state)).map(state => (
                  <Button
                    key={state}
                    variant={state === 'hidden' ? 'subtle' : 'default'}
                    onClick={() =>
                      actions.moderate.mutate({ id: room.roundtableId, entryId: entry.id, state })
                    }
                  >
                    {say(`to.${state}`)}
                  </Button>
                ))}
                {entry.requirement ? (
                  <span className={styles.muted}>{say('required', { receipt: entry.requirement })}</span>
                ) : (
                  <Button
                    variant="subtle"
                    onClick={() =>
                      actions.noteRequirement.mutate({ id: room.roundtableId, entryId: entry.id })
                    }
                  >
                    {say('require')}
                  </Button>
                )}
                {entry.state !== 'hidden' && (
                  <Button variant="subtle" onClick={() => setSilencing(entry.id)}>
                    {say('silence')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={silencing !== undefined}
        onClose={() => setSilencing(undefined)}
        title={say('silenceTitle')}
        confirmLabel={say('silenceDo')}
        busy={actions.silence.isPending}
        error={actions.silence.error}
        onConfirm={() =>
          silencing !== undefined &&
          actions.silence.mutate(
            { id: room.roundtableId, entryId: silencing },
            { onSuccess: () => setSilencing(undefined) },
          )
        }
        destructive
      >
        {say('silenceText')}
      </ConfirmDialog>
    </>
  )
}
