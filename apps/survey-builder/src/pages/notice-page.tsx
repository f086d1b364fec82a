import { can } from '@sixfold/domain/permissions'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { NoticeForm } from '../features/notices/components/notice-form.tsx'
import { NoticeHistory } from '../features/notices/components/notice-history.tsx'
import styles from '../features/notices/components/notices.module.css'
import { noticeQuery } from '../features/notices/queries.ts'
import { noticeWords } from '../words/notices.ts'

/** `/courtesy/notice`: what customers are told about who asks, why, and their rights. */
export function NoticePage() {
  const say = useSay(noticeWords)
  const notice = useQuery(noticeQuery())
  const session = useSession().data
  if (!session) return null
  return (
    <>
      <PageHeader
        title={say('title')}
        lead={say('lead')}
        actions={<Link to="/courtesy">{say('courtesy')}</Link>}
      />
      <QueryStates query={notice}>
        {kept => (
          <>
            {kept.revision === 0 && (
              <p className={styles.quiet}>
                <Lamp tone="attention">{say('missing')}</Lamp>
              </p>
            )}
            <div className={styles.columns}>
              <NoticeForm
                key={kept.revision}
                kept={kept}
                organisation={session.organisation.name}
                languages={session.organisation.languages}
                mayEdit={can(session.actor, 'policy.edit', { regionId: null })}
              />
              <NoticeHistory />
            </div>
          </>
        )}
      </QueryStates>
    </>
  )
}
