import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { commonWords } from '@sixfold/ui/words/common'
import { IconCalendarShare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { calendarWords } from '../../../words/calendar.ts'
import { feedsQuery } from '../queries.ts'
import { FeedOfRegion } from './feed-of-region.tsx'
import styles from './feeds.module.css'

interface RegionName {
  id: string
  name: string
  zone: string
}

/** Opens the calendars to subscribe to, one for each region. */
export function FeedsButton({ regions }: { regions: readonly RegionName[] }) {
  const say = useSay(calendarWords)
  const sayCommon = useSay(commonWords)
  const [opened, dialog] = useDisclosure(false)
  return (
    <>
      <Button
        leftSection={<IconCalendarShare size={16} stroke={1.75} aria-hidden="true" />}
        onClick={dialog.open}
      >
        {say('feeds')}
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={say('feedsTitle')}
        size="lg"
        closeButtonProps={{ 'aria-label': sayCommon('close') }}
      >
        <p className={styles.lead}>{say('feedsText')}</p>
        {opened && <Feeds regions={regions} />}
      </Modal>
    </>
  )
}

function Feeds({ regions }: { regions: readonly RegionName[] }) {
  const query = useQuery(feedsQuery())
  return (
    <QueryStates query={query}>
      {({ items }) => (
        <ul className={styles.list}>
          {regions.map(region => (
            <li key={region.id} className={styles.region}>
              <FeedOfRegion region={region} feed={items.find(({ regionId }) => regionId === region.id)} />
            </li>
          ))}
        </ul>
      )}
    </QueryStates>
  )
}
