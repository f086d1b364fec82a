import { Button, Menu } from '@mantine/core'
import type { Minutes } from '@sixfold/contract/minutes'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Attendance } from '../features/minutes/components/attendance.tsx'
import minutesStyles from '../features/minutes/components/minutes.module.css'
import { MinutesEditor } from '../features/minutes/components/minutes-editor.tsx'
import { Versions } from '../features/minutes/components/versions.tsx'
import { fileAddress, minutesQuery } from '../features/minutes/queries.ts'
import { useMinutes } from '../features/minutes/use-minutes.ts'
import { Actions } from '../features/requirements/components/actions.tsx'
import { RequirementRow } from '../features/requirements/components/requirement-row.tsx'
import styles from '../features/requirements/components/requirements.module.css'
import { requirementsAtQuery } from '../features/requirements/queries.ts'
import { minutesWords } from '../words/minutes.ts'
import { EventFrame } from './event-frame.tsx'
import pageStyles from './page.module.css'
import { TurnDialogs } from './turn-dialogs.tsx'

const route = getRouteApi('/events/$id/minutes')

/** The minutes of one event, with what was asked for and agreed on, and who came. */
export function MinutesPage() {
  const { id } = route.useParams()
  const query = useQuery(minutesQuery(id))
  return (
    <EventFrame id={id} tab="/events/$id/minutes" actions={() => <Download id={id} />}>
      {event => (
        <QueryStates query={query}>
          {minutes => <Room key={id} event={event} minutes={minutes} />}
        </QueryStates>
      )}
    </EventFrame>
  )
}

function Room({ event, minutes }: { event: Roundtable; minutes: Minutes }) {
  const editor = useMinutes(minutes)
  const about = { aboutKind: 'round_table', aboutId: event.id } as const
  return (
    <div className={minutesStyles.room}>
      <div className={pageStyles.stack}>
        <MinutesEditor event={event} minutes={minutes} editor={editor}>
          {turning => <TurnDialogs event={event} {...turning} />}
        </MinutesEditor>
        <Requirements id={event.id} />
        <Actions about={about} regionIds={[event.regionId]} editable={minutes.editable} />
      </div>
      <div className={pageStyles.stack}>
        <Attendance attendance={minutes.attendance} />
        <Versions
          id={event.id}
          blocks={editor.blocks}
          editable={minutes.editable}
          onTakeBack={editor.change}
        />
      </div>
    </div>
  )
}

/** What was noted as a requirement at this event. */
function Requirements({ id }: { id: string }) {
  const say = useSay(minutesWords)
  const query = useQuery(requirementsAtQuery(id))
  return (
    <Sheet title={say('requirements')}>
      <QueryStates
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={styles.quiet}>{say('noRequirements')}</p>}
      >
        {({ items }) => (
          <ul className={styles.list}>
            {items.toReversed().map(one => (
              <RequirementRow key={one.id} one={one} />
            ))}
          </ul>
        )}
      </QueryStates>
    </Sheet>
  )
}

function Download({ id }: { id: string }) {
  const say = useSay(minutesWords)
  const { language } = useLanguage()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconDownload size={16} stroke={1.5} aria-hidden="true" />}>
          {say('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={fileAddress(id, 'pdf', { language })} download>
          {say('pdf')}
        </Menu.Item>
        <Menu.Item component="a" href={fileAddress(id, 'md', { language })} download>
          {say('markdown')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
