import type { RequirementHead } from '@sixfold/contract/requirements'
import type { Tone } from '@sixfold/ui/parts/lamp'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { requirementWords } from '../../../words/requirements.ts'

const tones: Record<RequirementHead['status'], Tone> = {
  heard: 'none',
  planned: 'attention',
  in_work: 'attention',
  done: 'good',
  declined: 'none',
}

export function StatusLamp({ status }: Pick<RequirementHead, 'status'>) {
  const say = useSay(requirementWords)
  return <Lamp tone={tones[status]}>{say(`status.${status}`)}</Lamp>
}
