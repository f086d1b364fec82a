import type { Deal } from '@sixfold/contract/deals'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { dealWords } from '../../../words/deals.ts'

const tones = { won: 'good', lost: 'problem', no_decision: 'none' } as const

/** How a deal ended. */
export function ResultLamp({ result }: Pick<Deal, 'result'>) {
  const say = useSay(dealWords)
  return <Lamp tone={tones[result]}>{say(`result.${result}`)}</Lamp>
}
