import { Button } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { formatNumber } from '@sixfold/ui/format'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { commentWords } from '../../../words/comments.ts'
import type { CommentFilter } from '../queries.ts'
import { commentsQuery } from '../queries.ts'
import { CommentFilters } from './comment-filters.tsx'
import { CommentItem } from './comment-item.tsx'
import styles from './comments.module.css'
import { TagRules } from './tag-rules.tsx'

interface CommentsViewProps {
  waveId: string
  region: string | undefined
  filter: CommentFilter
  onFilter: (change: CommentFilter) => void
}

const noFilter = {
  words: undefined,
  factor: undefined,
  question: undefined,
  tag: undefined,
  quotable: undefined,
}

/** What people said in words of their own, found and sorted. */
export function CommentsView({ waveId, region, filter, onFilter }: CommentsViewProps) {
  const say = useSay(commentWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const actor = useSession().data?.actor
  const [managing, setManaging] = useState(false)
  const query = useInfiniteQuery({
    ...commentsQuery(waveId, { regionId: region, filter }),
    placeholderData: keepPreviousData,
  })
  const mayTag = actor !== undefined && can(actor, 'comment.tag')
  const mayManage = actor !== undefined && can(actor, 'comment.tag', { regionId: null })
  const isFiltered = Object.values(filter).some(value => value !== undefined)
  return (
    <QueryStates query={query}>
      {({ pages }) => {
        const [page] = pages
        if (!page) return null
        if (page.state !== 'ready')
          return (
            <Sheet label={say('comments')}>
              <p className={styles.quiet} role="status">
                {say(page.state, { minimum: page.minimumCell })}
              </p>
            </Sheet>
          )
        const items = pages.flatMap(one => one.items)
        const { count, more } = page.found
        return (
          <div className={styles.page}>
            <CommentFilters
              page={page}
              filter={filter}
              onFilter={onFilter}
              onManage={mayManage ? () => setManaging(true) : undefined}
            />
            <Sheet
              title={say('found', {
                n: count,
                count: formatNumber(count, language),
                more: more ? 'yes' : 'no',
              })}
            >
              <p className={styles.note}>
                {say('order')} {page.outdated && say('outdated')} {!page.asksConsent && say('noConsent')}
              </p>
              {items.length === 0 && isFiltered && (
                <EmptyState
                  title={say('nothing')}
                  action={<Button onClick={() => onFilter(noFilter)}>{say('clear')}</Button>}
                >
                  {say('nothingText')}
                </EmptyState>
              )}
              {items.length === 0 && !isFiltered && (
                <EmptyState title={say('noneYet')}>{say('noneYetText')}</EmptyState>
              )}
              <ul className={styles.list}>
                {items.map(comment => (
                  <CommentItem
                    key={comment.id}
                    comment={comment}
                    page={page}
                    region={region}
                    mayTag={mayTag}
                  />
                ))}
              </ul>
              {query.hasNextPage && (
                <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {sayCommon('more')}
                </Button>
              )}
            </Sheet>
            <TagRules opened={managing} onClose={() => setManaging(false)} waveId={waveId} region={region} />
          </div>
        )
      }}
    </QueryStates>
  )
}
