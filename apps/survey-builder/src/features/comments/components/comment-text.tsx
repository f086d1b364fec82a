import type { CommentView } from '@sixfold/contract/comments'
import { useSay } from '@sixfold/ui/parts/language'
import { commentWords } from '../../../words/comments.ts'
import styles from './comments.module.css'

/** The words as they were written; what was taken out is named by its kind. */
export function CommentText({ comment }: { comment: CommentView }) {
  const say = useSay(commentWords)
  return (
    <p className={styles.words} lang={comment.language ?? undefined} dir="auto">
      {placed(comment.parts).map(({ part, from }) =>
        'text' in part ? (
          part.text
        ) : (
          <mark key={from} className={styles.masked}>
            {say(`masked.${part.masked}`)}
          </mark>
        ),
      )}
    </p>
  )
}

/** Each part with where it begins; what was taken out takes one place. */
function placed(parts: CommentView['parts']) {
  let from = 0
  return parts.map(part => {
    const one = { part, from }
    from += 'text' in part ? part.text.length : 1
    return one
  })
}
