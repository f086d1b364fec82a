import { Button, Modal } from '@mantine/core'
import type { Region } from '@sixfold/contract/staff'
import type { WaveOutlook } from '@sixfold/contract/wave-previews'
import type { WaveDetails } from '@sixfold/contract/waves'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import { commonWords } from '@sixfold/ui/words/common'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { draftWords } from '../../../words/drafts.ts'
import { previewPeopleQuery } from '../queries.ts'
import { StrataTable } from './strata-table.tsx'
import styles from './waves.module.css'

interface DraftPeopleProps {
  wave: WaveDetails
  outlook: WaveOutlook
  regions: readonly Region[]
}

/** Reasons of the plan itself; the contact policy has words of its own. */
const OWN = ['excluded', 'other_panel', 'not_drawn', 'later', 'wave_closed'] as const
const isOwn = (reason: string): reason is (typeof OWN)[number] => OWN.some(one => one === reason)

/** From everybody in the audience to those who will be asked: who falls out at each step, and why. */
export function DraftPeople({ wave, outlook, regions }: DraftPeopleProps) {
  const say = useSay(draftWords)
  const { language } = useLanguage()
  const [shown, setShown] = useState<{ reason: string; n: number } | null>(null)
  const number = (value: number) => formatNumber(value, language)
  const asked = outlook.atOnce + outlook.later
  const out = [
    { reason: 'excluded', count: outlook.excluded },
    { reason: 'other_panel', count: outlook.otherPanel },
    { reason: 'not_drawn', count: outlook.frame - outlook.drawn },
    ...outlook.refused,
  ].filter(({ count }) => count > 0)
  return (
    <Sheet title={say('who')}>
      <dl className={styles.split}>
        <div>
          <dt>{say('audience')}</dt>
          <dd>{number(outlook.audience)}</dd>
        </div>
        <div>
          <dt>{say('drawn')}</dt>
          <dd>{number(outlook.drawn)}</dd>
        </div>
        <div>
          <dt>{say('asked')}</dt>
          <dd>{number(asked)}</dd>
        </div>
      </dl>
      <ul className={styles.reasons}>
        {outlook.later > 0 && (
          <Line
            reason="later"
            count={outlook.later}
            note={
              outlook.firstLater && say('firstLater', { at: formatInstant(outlook.firstLater, language) })
            }
            onNames={setShown}
          />
        )}
        {out.map(({ reason, count }) => (
          <Line key={reason} reason={reason} count={count} onNames={setShown} />
        ))}
      </ul>
      {outlook.strata.length > 1 && <StrataTable strata={outlook.strata} regions={regions} />}
      {shown && (
        <Names
          waveId={wave.id}
          reason={shown.reason}
          n={shown.n}
          regions={regions}
          onClose={() => setShown(null)}
        />
      )}
    </Sheet>
  )
}

interface LineProps {
  reason: string
  count: number
  note?: ReactNode
  onNames: (shown: { reason: string; n: number }) => void
}

function Line({ reason, count, note, onNames }: LineProps) {
  const say = useSay(draftWords)
  const { language } = useLanguage()
  const id = `reason-${reason}`
  return (
    <li>
      <span>
        <span id={id}>
          <ReasonText reason={reason} />
        </span>
        {note && <small className={styles.below}>{note}</small>}
      </span>
      <span className={styles.countAndNames}>
        <span className={styles.figure}>{formatNumber(count, language)}</span>
        <Button
          variant="subtle"
          size="compact-xs"
          aria-describedby={id}
          onClick={() => onNames({ reason, n: count })}
        >
          {say('names')}
        </Button>
      </span>
    </li>
  )
}

function ReasonText({ reason }: { reason: string }) {
  const say = useSay(draftWords)
  return isOwn(reason) ? say(reason) : <TouchReason reason={reason} />
}

interface NamesProps {
  waveId: string
  reason: string
  n: number
  regions: readonly Region[]
  onClose: () => void
}

/** Who exactly, and from when each may be asked. */
function Names({ waveId, reason, n, regions, onClose }: NamesProps) {
  const say = useSay(draftWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const people = useInfiniteQuery(previewPeopleQuery(waveId, reason))
  const items = people.data?.pages.flatMap(page => page.items) ?? []
  const total = people.data?.pages[0]?.total ?? 0
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={<ReasonText reason={reason} />}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <QueryStates query={people}>
        {() => (
          <>
            {total < n && (
              <p className={styles.quiet}>
                {say('namesShown', {
                  shown: formatNumber(total, language),
                  n: formatNumber(n, language),
                })}
              </p>
            )}
            <DataTable
              caption={say('names')}
              rows={items}
              rowKey={({ contactId }) => contactId}
              columns={[
                {
                  key: 'person',
                  header: say('person'),
                  rowHeader: true,
                  cell: ({ contactName }) => contactName,
                },
                { key: 'company', header: say('company'), cell: ({ accountName }) => accountName },
                {
                  key: 'region',
                  header: say('region'),
                  cell: ({ regionId }) => regions.find(({ id }) => id === regionId)?.name ?? '',
                },
                ...(isOwn(reason) && reason !== 'later'
                  ? []
                  : [
                      {
                        key: 'at',
                        header: say('nextAllowed'),
                        cell: ({ at }: { at: string | null }) =>
                          at ? formatInstant(at, language) : say('notBefore'),
                      },
                    ]),
              ]}
            />
            {people.hasNextPage && (
              <Button
                className={styles.more ?? ''}
                loading={people.isFetchingNextPage}
                onClick={() => void people.fetchNextPage()}
              >
                {sayCommon('more')}
              </Button>
            )}
          </>
        )}
      </QueryStates>
    </Modal>
  )
}
