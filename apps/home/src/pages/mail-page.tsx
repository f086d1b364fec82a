import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { MailView } from '../features/outbox/components/mail-view.tsx'
import styles from '../features/outbox/components/outbox.module.css'
import { mailQuery } from '../features/outbox/queries.ts'
import { houseWords } from '../words/house.ts'

/** `/outbox/<id>`: one mail as it left. */
export function MailPage() {
  const say = useSay(houseWords)
  const { id } = useParams({ from: '/house/outbox/$id' })
  const mail = useQuery(mailQuery(id))
  return (
    <>
      <Link className={styles.back} to="/outbox">
        <IconArrowLeft size={15} stroke={1.6} aria-hidden="true" />
        {say('backToOutbox')}
      </Link>
      <PageHeader title={mail.data?.subject ?? say('outboxTitle')} />
      <QueryStates query={mail}>{content => <MailView mail={content} />}</QueryStates>
    </>
  )
}
