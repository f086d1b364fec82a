import type { MinutesBlock } from '@sixfold/domain/minutes/blocks'
import type { BlockDifference } from '@sixfold/domain/minutes/edits-between'
import { compareMinutes } from '@sixfold/domain/minutes/edits-between'
import type { TextPiece } from '@sixfold/domain/text/word-difference'
import { wordDifference } from '@sixfold/domain/text/word-difference'
import { useSay } from '@sixfold/ui/parts/language'
import { minutesWords } from '../../../words/minutes.ts'
import styles from './minutes.module.css'

interface DifferenceProps {
  before: readonly MinutesBlock[]
  after: readonly MinutesBlock[]
}

/** Two states of the minutes as one text: what was added, removed and changed, said in words too. */
export function Difference({ before, after }: DifferenceProps) {
  const say = useSay(minutesWords)
  const all = compareMinutes(before, after)
  const isSame = all.every(({ change }) => change === 'same')
  return (
    <>
      {isSame && <p className={styles.quiet}>{say('same')}</p>}
      <ul className={styles.difference}>
        {all.map(one => (
          <li key={one.id} data-change={one.change}>
            {one.change !== 'same' && <span className={styles.label}>{say(`change.${one.change}`)}</span>}
            <Texts one={one} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Texts({ one: { change, before, after } }: { one: BlockDifference }) {
  if (change === 'removed') return <del>{before?.text}</del>
  if (change === 'added') return <ins>{after?.text}</ins>
  if (change === 'same') return after?.text
  const pieces = wordDifference(before?.text ?? '', after?.text ?? '')
  return (
    <>
      <Pieces pieces={pieces.before} mark="del" />
      <br />
      <Pieces pieces={pieces.after} mark="ins" />
    </>
  )
}

function Pieces({ pieces, mark: Mark }: { pieces: readonly TextPiece[]; mark: 'ins' | 'del' }) {
  return pieces.map(({ text, changed }, at) => {
    const key = `${at} ${text}`
    return changed ? <Mark key={key}>{text}</Mark> : <span key={key}>{text}</span>
  })
}
