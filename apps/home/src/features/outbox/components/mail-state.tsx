import { Lamp, type Tone } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { houseWords } from '../../../words/house.ts'
import type { MailState } from '../queries.ts'

const looks = {
  waiting: { tone: 'none', word: 'waiting' },
  sending: { tone: 'none', word: 'sending' },
  sent: { tone: 'good', word: 'sentState' },
  kept: { tone: 'none', word: 'kept' },
  withheld: { tone: 'none', word: 'withheld' },
  failed: { tone: 'problem', word: 'failed' },
  uncertain: { tone: 'attention', word: 'uncertain' },
} as const satisfies Record<MailState, { tone: Tone; word: string }>

export function MailStateLamp({ state }: { state: MailState }) {
  const say = useSay(houseWords)
  return <Lamp tone={looks[state].tone}>{say(looks[state].word)}</Lamp>
}

export function mailStateWord(state: MailState) {
  return looks[state].word
}
