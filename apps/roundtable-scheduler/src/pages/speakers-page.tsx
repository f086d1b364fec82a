import { Button } from '@mantine/core'
import type { Speaker } from '@sixfold/contract/speakers'
import { can } from '@sixfold/domain/permissions'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SpeakerDialog } from '../features/speakers/components/speaker-dialog.tsx'
import { SpeakerTable } from '../features/speakers/components/speaker-table.tsx'
import { speakersQuery } from '../features/speakers/queries.ts'
import { speakerWords } from '../words/speakers.ts'
import styles from './page.module.css'

/** Who speaks at events of any region, and when each is taken. */
export function SpeakersPage() {
  const say = useSay(speakerWords)
  const session = useSession().data
  const query = useQuery(speakersQuery())
  const [open, setOpen] = useState<{ speaker: Speaker | null } | null>(null)
  if (!session) return null
  const { organisation, actor, now } = session
  const add = can(actor, 'roundtable.plan') && (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => setOpen({ speaker: null })}
    >
      {say('add')}
    </Button>
  )
  return (
    <div className={styles.page}>
      <PageHeader title={say('title')} lead={say('lead')} actions={add} />
      <QueryStates
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState title={say('none')}>{say('noneText')}</EmptyState>}
      >
        {({ items }) => (
          <Sheet label={say('title')}>
            <SpeakerTable
              speakers={items}
              zone={organisation.zone}
              today={wallTimeIn(new Date(now), organisation.zone).date}
              onChange={add ? speaker => setOpen({ speaker }) : null}
            />
          </Sheet>
        )}
      </QueryStates>
      <SpeakerDialog
        key={open?.speaker?.id ?? 'new'}
        speaker={open?.speaker ?? null}
        opened={open !== null}
        zone={organisation.zone}
        onClose={() => setOpen(null)}
      />
    </div>
  )
}
