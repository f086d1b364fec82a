import type { Webhook } from '@sixfold/contract/webhooks'
import { formatInstant } from '@sixfold/ui/format'
import type { Tone } from '@sixfold/ui/parts/lamp'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { connectionWords } from '../../../words/connections.ts'

const tones: Record<Webhook['state'], Tone> = { on: 'good', failing: 'problem', paused: 'none' }

export function WebhookLamp({ webhook: { state, failingSince } }: { webhook: Webhook }) {
  const say = useSay(connectionWords)
  const { language } = useLanguage()
  const since = state === 'failing' && failingSince
  return (
    <Lamp tone={tones[state]}>
      {say(state)}
      {since && ` ${say('since', { at: formatInstant(since, language) })}`}
    </Lamp>
  )
}
