import { directionOf } from '@sixfold/domain/text/direction'
import type { TextPiece } from '@sixfold/domain/text/word-difference'
import { wordDifference } from '@sixfold/domain/text/word-difference'
import { useSay } from '@sixfold/ui/parts/language'
import { versionWords } from '../../../words/versions.ts'
import styles from './text-difference.module.css'

interface TextDifferenceProps {
  /** Which text it is, with its language. */
  label: string
  language: string
  before: string
  after: string
}

/** Two texts side by side; the words that differ are marked, by a line as well as by colour. */
export function TextDifference({ label, language, before, after }: TextDifferenceProps) {
  const say = useSay(versionWords)
  const difference = wordDifference(before, after)
  return (
    <dl className={styles.difference} aria-label={label}>
      <Side label={say('before')} language={language} pieces={difference.before} mark="del" />
      <Side label={say('after')} language={language} pieces={difference.after} mark="ins" />
    </dl>
  )
}

interface SideProps {
  label: string
  language: string
  pieces: readonly TextPiece[]
  mark: 'del' | 'ins'
}

function Side({ label, language, pieces, mark: Mark }: SideProps) {
  const say = useSay(versionWords)
  // Pieces have no identity of their own; where each begins in its text names it.
  let start = 0
  const placed = pieces.map(piece => {
    const key = start
    start += piece.text.length
    return { ...piece, key }
  })
  return (
    <div>
      <dt>{label}</dt>
      {pieces.length === 0 ? (
        <dd className={styles.nothing}>{say('nothing')}</dd>
      ) : (
        <dd lang={language} dir={directionOf(language)}>
          {placed.map(({ key, text, changed }) =>
            changed ? <Mark key={key}>{text}</Mark> : <span key={key}>{text}</span>,
          )}
        </dd>
      )}
    </div>
  )
}
