import type { CaseReply } from '@sixfold/contract/case-replies'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import styles from '../features/case-replies/components/case-replies.module.css'
import { ReplyCard } from '../features/case-replies/components/reply-card.tsx'
import { repliesQuery } from '../features/case-replies/queries.ts'
import { replyWords } from '../words/case-replies.ts'

/** `/desk/said-and-done`: what customers read about their closed cases, and what waits for a second person. */
export function SaidAndDonePage() {
  const say = useSay(replyWords)
  const replies = useQuery(repliesQuery())
  return (
    <>
      <PageHeader title={say('title')} lead={say('lead')} />
      <QueryStates
        query={replies}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState title={say('empty')}>{say('emptyText')}</EmptyState>}
      >
        {({ items }) => (
          <div className={styles.stack}>
            <Replies title={say('waiting')} items={items.filter(({ state }) => state === 'open')} />
            <Replies title={say('approved')} items={items.filter(({ state }) => state === 'approved')} />
          </div>
        )}
      </QueryStates>
    </>
  )
}

function Replies({ title, items }: { title: string; items: readonly CaseReply[] }) {
  if (items.length === 0) return null
  return (
    <Sheet title={title}>
      <ul className={styles.list}>
        {items.map(reply => (
          <li key={reply.id} className={styles.item}>
            <h3 className={styles.name}>
              <Link to="/cases/$id" params={{ id: reply.id }}>
                {`${reply.receipt} · ${reply.accountName}`}
              </Link>
            </h3>
            <ReplyCard reply={reply} isListed />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
