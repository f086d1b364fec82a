import { Button, Textarea } from '@mantine/core'
import type { MinutesBlock } from '@sixfold/domain/minutes/blocks'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { minutesWords } from '../../../words/minutes.ts'

/** Why what was typed is not saved, with a way to take it along. */
export function Refusal({ error, blocks }: { error: unknown; blocks: readonly MinutesBlock[] }) {
  const say = useSay(minutesWords)
  const [byHand, setByHand] = useState(false)
  const text = blocks.map(block => block.text).join('\n\n')
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      toast.done(say('copied'))
    } catch {
      // Browsers deny the clipboard on pages without TLS.
      setByHand(true)
    }
  }
  return (
    <FailureNotice error={error}>
      <p>{say('refused')}</p>
      <Button size="xs" onClick={copy}>
        {say('copyText')}
      </Button>
      {byHand && <Textarea readOnly autosize maxRows={8} label={say('copyByHand')} value={text} />}
    </FailureNotice>
  )
}
