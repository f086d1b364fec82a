import { Checkbox, Textarea } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { requirementWords } from '../../../words/requirements.ts'

export interface CustomerWords {
  said: string
  mayQuote: boolean
}

interface WordsFieldsProps {
  words: CustomerWords
  onChange: (words: CustomerWords) => void
}

/** What a customer said, and whether it may be quoted; nothing can be quoted where nothing was said. */
export function WordsFields({ words: { said, mayQuote }, onChange }: WordsFieldsProps) {
  const say = useSay(requirementWords)
  return (
    <>
      <Textarea
        label={say('said')}
        value={said}
        maxLength={4000}
        autosize
        minRows={2}
        onChange={event => {
          const text = event.currentTarget.value
          onChange({ said: text, mayQuote: mayQuote && text.trim() !== '' })
        }}
      />
      <Checkbox
        label={say('mayQuote')}
        checked={mayQuote}
        disabled={said.trim() === ''}
        onChange={event => onChange({ said, mayQuote: event.currentTarget.checked })}
      />
    </>
  )
}
