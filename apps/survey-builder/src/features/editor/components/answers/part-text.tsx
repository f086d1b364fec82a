import type { KeyboardEvent } from 'react'
import { partFieldId, useEditorActions } from '../../editor-context.ts'
import type { PartActions } from '../../use-parts.ts'
import { InPlaceText } from '../in-place-text.tsx'

interface PartTextProps {
  question: string
  part: string
  index: number
  value: string
  language: string
  label: string
  placeholder: string
  actions: PartActions
  /** Parts of a closed list, such as the fields of contact details, are neither added nor removed by typing. */
  closed?: boolean | undefined
  look?: 'part' | 'small'
}

/**
 * The text of one option, row or item, edited where it stands: Enter adds the next one, Backspace in an empty one removes it,
 * Alt and the arrow keys move it, and a pasted list becomes several.
 */
export function PartText(props: PartTextProps) {
  const { question, part, index, value, language, label, placeholder, actions, closed, look = 'part' } = props
  const { select } = useEditorActions()
  function keys(event: KeyboardEvent) {
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      event.stopPropagation()
      actions.move(part, event.key === 'ArrowUp' ? -1 : 1)
    }
    if (closed || !plain) return
    if (event.key === 'Enter') {
      event.preventDefault()
      actions.add(index + 1)
    }
    if (event.key === 'Backspace' && value === '') {
      event.preventDefault()
      actions.remove(part)
    }
  }
  return (
    <InPlaceText
      id={partFieldId(question, part)}
      look={look}
      lang={language}
      label={label}
      value={value}
      placeholder={placeholder}
      onChange={words => actions.set(part, words)}
      onFocus={() => select({ question })}
      onKeyDown={keys}
      onPaste={event => {
        const text = event.clipboardData.getData('text/plain')
        if (closed || !/\S[^\S\n\r]*[\r\n]+\s*\S/.test(text)) return
        event.preventDefault()
        actions.insert(actions.read(text), { from: index, index: index + 1 })
      }}
    />
  )
}
