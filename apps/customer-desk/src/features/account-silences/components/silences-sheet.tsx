import { Button } from '@mantine/core'
import type { AccountSilence } from '@sixfold/contract/account-silences'
import { formatInstant } from '@sixfold/ui/format'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { courtesyWords } from '../../../words/courtesy.ts'
import { silencesQuery, useEndSilence } from '../queries.ts'
import { SilenceDialog } from './silence-dialog.tsx'
import styles from './silences-sheet.module.css'

/** Whether surveys are held back at an account, since when and why; with `mayEdit` the way to begin and end it. */
export function SilencesSheet({ accountId, mayEdit }: { accountId: string; mayEdit: boolean }) {
  const say = useSay(courtesyWords)
  const silences = useQuery(silencesQuery(accountId))
  const [opening, setOpening] = useState(false)
  const [ending, setEnding] = useState<AccountSilence | null>(null)
  const end = useEndSilence()
  const close = () => {
    setEnding(null)
    end.reset()
  }
  return (
    <Sheet
      title={say('silences')}
      aside={mayEdit && silences.data && <Button onClick={() => setOpening(true)}>{say('silence')}</Button>}
    >
      <QueryStates query={silences}>
        {({ items, zone }) => (
          <>
            {items.length === 0 && <p className={styles.quiet}>{say('noSilence')}</p>}
            <ul className={styles.lines}>
              {items.map(item => (
                <SilenceLine
                  key={item.id}
                  silence={item}
                  zone={zone}
                  onEnd={mayEdit ? () => setEnding(item) : undefined}
                />
              ))}
            </ul>
            <SilenceDialog
              accountId={accountId}
              zone={zone}
              opened={opening}
              onClose={() => setOpening(false)}
            />
          </>
        )}
      </QueryStates>
      <ConfirmDialog
        opened={ending !== null}
        onClose={close}
        title={say('endTitle')}
        confirmLabel={say('end')}
        busy={end.isPending}
        error={end.error}
        onConfirm={() => {
          if (ending) end.mutate({ id: accountId, silenceId: ending.id }, { onSuccess: close })
        }}
      >
        {say('endText')}
      </ConfirmDialog>
    </Sheet>
  )
}

interface SilenceLineProps {
  silence: AccountSilence
  zone: string
  onEnd: (() => void) | undefined
}

function SilenceLine({ silence, zone, onEnd }: SilenceLineProps) {
  const say = useSay(courtesyWords)
  const { language } = useLanguage()
  const { reason, note, open, until, openedAt, openedBy, endedAt, endedBy } = silence
  const time = (instant: string) => formatInstant(instant, language, { zone })
  const begun = openedBy
    ? say('openedBy', { time: time(openedAt), who: openedBy })
    : say('openedBySystem', { time: time(openedAt) })
  return (
    <li className={styles.line}>
      <div>
        <Lamp tone={open ? 'attention' : 'none'}>{say(`reason.${reason}`)}</Lamp>
        {open && (
          <p>
            {`${say('silencedNow')} ${until ? say('silencedUntil', { time: time(until) }) : say('silencedOpen')}`}
          </p>
        )}
        {note && <p className={styles.note}>{note}</p>}
        <p className={styles.quiet}>
          {begun}
          {!open && ` · ${endOf()}`}
        </p>
      </div>
      {open && onEnd && <Button onClick={onEnd}>{say('end')}</Button>}
    </li>
  )

  function endOf(): string {
    if (endedAt === null) return say('runOut', { time: time(until ?? openedAt) })
    return endedBy
      ? say('ended', { time: time(endedAt), who: endedBy })
      : say('endedBySystem', { time: time(endedAt) })
  }
}
