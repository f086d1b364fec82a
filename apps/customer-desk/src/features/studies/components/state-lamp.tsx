import type { StudyHead } from '@sixfold/contract/studies'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { studyWords } from '../../../words/studies.ts'

const tones = { planned: 'none', running: 'attention', finished: 'good' } as const

/** How far a study is. */
export function StateLamp({ state }: Pick<StudyHead, 'state'>) {
  const say = useSay(studyWords)
  return <Lamp tone={tones[state]}>{say(`state.${state}`)}</Lamp>
}
