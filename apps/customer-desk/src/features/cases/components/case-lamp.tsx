import type { CaseRecord } from '@sixfold/contract/cases'
import type { Tone } from '@sixfold/ui/parts/lamp'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { caseWords } from '../../../words/cases.ts'

const TONES: Record<CaseRecord['state'], Tone> = {
  open: 'attention',
  in_work: 'attention',
  waiting: 'none',
  resolved: 'none',
  closed: 'good',
  merged: 'none',
}

/** Where a case stands; what is late says so first. */
export function CaseLamp({ one }: { one: CaseRecord }) {
  const say = useSay(caseWords)
  const running = one.dueAt !== null
  const late = running && (one.clocks.acknowledge.late || one.clocks.resolve.late)
  return late ? (
    <Lamp tone="problem">{`${say('late')} · ${say(`state.${one.state}`)}`}</Lamp>
  ) : (
    <Lamp tone={TONES[one.state]}>{say(`state.${one.state}`)}</Lamp>
  )
}
