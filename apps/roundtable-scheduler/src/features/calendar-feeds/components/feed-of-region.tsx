import { Button, CopyButton, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { CalendarFeed } from '@sixfold/contract/calendar-feeds'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { calendarWords } from '../../../words/calendar.ts'
import { useMakeFeed, useRevokeFeed } from '../queries.ts'
import styles from './feeds.module.css'

interface FeedProps {
  region: { id: string; name: string; zone: string }
  feed: CalendarFeed | undefined
}

/** The address of one region: made, copied, opened, ended. */
export function FeedOfRegion({ region, feed }: FeedProps) {
  const say = useSay(calendarWords)
  const make = useMakeFeed()
  if (feed) return <Address region={region} feed={feed} />
  return (
    <div className={styles.none}>
      <div>
        <h3 className={styles.name}>{region.name}</h3>
        <p className={styles.quiet}>{say('noFeed')}</p>
      </div>
      <Button loading={make.isPending} onClick={() => make.mutate({ regionId: region.id })}>
        {say('makeFeed')}
      </Button>
      {make.error && <FailureNotice error={make.error} />}
    </div>
  )
}

function Address({ region, feed }: FeedProps & { feed: CalendarFeed }) {
  const { language } = useLanguage()
  const say = useSay(calendarWords)
  const [asked, sure] = useDisclosure(false)
  const revoke = useRevokeFeed()
  const end = () =>
    revoke.mutate({ regionId: region.id }, { onSuccess: () => void toast.done(say('revoked')) })
  return (
    <div className={styles.feed}>
      <div className={styles.address}>
        <TextInput label={say('feedAddress', { region: region.name })} value={feed.address} readOnly />
        <CopyButton value={feed.address}>
          {({ copied, copy }) => <Button onClick={copy}>{say(copied ? 'copied' : 'copy')}</Button>}
        </CopyButton>
      </div>
      <p className={styles.quiet}>
        {feed.readAt
          ? say('readAt', { when: formatInstant(feed.readAt, language, { zone: region.zone }) })
          : say('neverRead')}
      </p>
      <div className={styles.actions}>
        <Button component="a" href={feed.address.replace(/^https?:/, 'webcal:')}>
          {say('openFeed')}
        </Button>
        {asked ? (
          <>
            <Button color="problem" loading={revoke.isPending} onClick={end}>
              {say('revokeSure')}
            </Button>
            <Button variant="subtle" onClick={sure.close}>
              {say('keep')}
            </Button>
          </>
        ) : (
          <Button variant="subtle" color="problem" onClick={sure.open}>
            {say('revoke')}
          </Button>
        )}
      </div>
      {revoke.error && <FailureNotice error={revoke.error} />}
    </div>
  )
}
