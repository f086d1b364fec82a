import { LampShape } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { blindWords } from '../../../words/blind.ts'

/** What the figures of a blind wave mean: who has fetched a ballot, never who has answered. */
export function BlindNote({ isOver, className }: { isOver: boolean; className: string | undefined }) {
  const say = useSay(blindWords)
  return (
    <p className={className}>
      <LampShape tone="none" />
      <span>{say(isOver ? 'over' : 'running')}</span>
    </p>
  )
}
