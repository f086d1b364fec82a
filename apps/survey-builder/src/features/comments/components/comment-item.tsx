import { ActionIcon, Menu } from '@mantine/core'
import type { CommentPage, CommentView } from '@sixfold/contract/comments'
import { textIn } from '@sixfold/domain/local-text'
import { Badge } from '@sixfold/ui/parts/badge'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { IconTag } from '@tabler/icons-react'
import { commentWords } from '../../../words/comments.ts'
import { useTagComment } from '../queries.ts'
import { CommentText } from './comment-text.tsx'
import styles from './comments.module.css'

interface CommentItemProps {
  comment: CommentView
  page: CommentPage
  /** Chosen for all: then it need not stand with each. */
  region: string | undefined
  mayTag: boolean
}

/** One comment: the words, what they are about, whether they may be quoted, and its tags. */
export function CommentItem({ comment, page, region, mayTag }: CommentItemProps) {
  const say = useSay(commentWords)
  const { language } = useLanguage()
  const regions = useSession().data?.regions ?? []
  const factor = page.factors.find(({ key }) => key === comment.factor)
  const question = page.questions.find(({ id }) => id === comment.question)
  const place = region === undefined && regions.find(({ id }) => id === comment.regionId)?.name
  return (
    <li className={styles.item}>
      <CommentText comment={comment} />
      <div className={styles.about}>
        {factor && <FactorName index={factor.index} name={textIn(factor.name, language, 'en')} />}
        {page.questions.length > 1 && question && <span>{textIn(question.text, language, 'en')}</span>}
        {place && <span>{place}</span>}
        <span>{say(comment.quotable ? 'quotable' : 'notQuotable')}</span>
      </div>
      <div className={styles.own}>
        {comment.tags.map(({ id, name, by }) => (
          <Badge key={id}>
            {name}
            {by === 'rule' && <small>{say('byRule')}</small>}
          </Badge>
        ))}
        {mayTag && page.tags.length > 0 && <TagMenu comment={comment} page={page} />}
      </div>
    </li>
  )
}

function TagMenu({ comment, page }: { comment: CommentView; page: CommentPage }) {
  const say = useSay(commentWords)
  const tagging = useTagComment()
  const has = (tagId: string) => comment.tags.some(({ id }) => id === tagId)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={say('tagThis')} title={say('tagThis')}>
          <IconTag size={16} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {page.tags.map(({ id, name }) => (
          <Menu.CheckboxItem
            key={id}
            checked={has(id)}
            disabled={tagging.isPending}
            onChange={on => tagging.mutate({ id: page.waveId, commentId: comment.id, tagId: id, on })}
          >
            {name}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
