import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { agendaWords } from '../../../words/agenda.ts'

/** How the agenda fits into the event. */
export function Overrun({ minutes }: { minutes: number }) {
  const say = useSay(agendaWords)
  if (minutes > 0) return <Lamp tone="attention">{say('overrun', { minutes })}</Lamp>
  if (minutes === 0) return <Lamp tone="good">{say('fits')}</Lamp>
  return <Lamp tone="none">{say('left', { minutes: -minutes })}</Lamp>
}
