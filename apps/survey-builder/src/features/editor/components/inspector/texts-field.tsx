import { Textarea } from '@mantine/core'
import type { Language, LocalText } from '@sixfold/domain/local-text'
import { ownName } from '@sixfold/ui/language-name'
import { useRef } from 'react'
import type { TextInEditing } from '../../editor-context.ts'
import { fieldId, useEditor } from '../../editor-context.ts'
import type { Selection } from '../../selection.ts'
import styles from '../inspector.module.css'

interface TextsFieldProps {
  /** Names its inputs, so that a finding can lead there. */
  field: string
  label: string
  help?: string
  text: LocalText
  onChange: (language: string, value: string) => void
}

/** One text in every language of the survey, one under the other. */
export function TextsField({ field, label, help, text, onChange }: TextsFieldProps) {
  const { definition } = useEditor()
  return (
    <fieldset className={styles.texts}>
      <legend className={styles.label}>{label}</legend>
      {definition.languages.map(language => (
        <OneText
          key={language}
          field={field}
          label={label}
          language={language}
          value={text[language] ?? ''}
          onChange={value => onChange(language, value)}
        />
      ))}
      {help && <p className={styles.quiet}>{help}</p>}
    </fieldset>
  )
}

interface OneTextProps {
  field: string
  label: string
  language: Language
  value: string
  onChange: (value: string) => void
}

const MOST_LETTERS = 5000

function OneText({ field, label, language, value, onChange }: OneTextProps) {
  const editor = useEditor()
  const area = useRef<HTMLTextAreaElement>(null)
  const name = ownName(language)
  const insert = (words: string) => {
    const { selectionStart: from, selectionEnd: to } = area.current ?? {
      selectionStart: value.length,
      selectionEnd: value.length,
    }
    onChange(`${value.slice(0, from)}${words}${value.slice(to)}`.slice(0, MOST_LETTERS))
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(from + words.length, from + words.length)
    })
  }
  return (
    <div className={styles.text}>
      <Textarea
        ref={area}
        id={fieldId(field, language)}
        autosize
        minRows={1}
        maxLength={MOST_LETTERS}
        lang={language}
        dir="auto"
        label={<span className={styles.language}>{name}</span>}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      />
      <div className={styles.beside}>
        {editor.slots.besideText?.(editor, {
          place: placeOfText(editor.selection, field),
          language,
          label: `${label}, ${name}`,
          insert,
        })}
      </div>
    </div>
  )
}

function placeOfText(selection: Selection, field: string): TextInEditing['place'] {
  switch (selection.kind) {
    case 'question':
      return { page: selection.page.id, question: selection.question.id, field: 'text' }
    case 'page':
      return { page: selection.page.id, field: 'title' }
    default:
      return { field: field === 'thanks' ? 'thanks' : 'welcome' }
  }
}
