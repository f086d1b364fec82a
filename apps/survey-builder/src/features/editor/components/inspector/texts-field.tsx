import type { Language, LocalText } from '@sixfold/domain/local-text'
import { ownName } from '@sixfold/ui/language-name'
import { useRef, useState } from 'react'
import type { TextInEditing } from '../../editor-context.ts'
import { fieldId, useEditor } from '../../editor-context.ts'
import type { Selection } from '../../selection.ts'
import { GrowingText } from '../growing-text.tsx'
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
  const area = useRef<HTMLTextAreaElement>(null)
  // What stands beside a text is not drawn before somebody comes near it.
  const [near, setNear] = useState(false)
  const name = ownName(language)
  const id = fieldId(field, language)
  const insert = (words: string) => {
    const {
      value: text,
      selectionStart: from,
      selectionEnd: to,
    } = area.current ?? {
      value,
      selectionStart: value.length,
      selectionEnd: value.length,
    }
    onChange(`${text.slice(0, from)}${words}${text.slice(to)}`.slice(0, MOST_LETTERS))
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(from + words.length, from + words.length)
    })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that somebody comes near
    <div className={styles.text} onPointerEnter={() => setNear(true)} onFocus={() => setNear(true)}>
      <label className={styles.language} htmlFor={id}>
        {name}
      </label>
      <GrowingText
        ref={area}
        id={id}
        className={styles.area}
        lang={language}
        value={value}
        onChange={onChange}
      />
      {near && (
        <div className={styles.beside}>
          <BesideText field={field} language={language} label={`${label}, ${name}`} insert={insert} />
        </div>
      )}
    </div>
  )
}

interface BesideTextProps extends Pick<TextInEditing, 'language' | 'label' | 'insert'> {
  field: string
}

function BesideText({ field, ...text }: BesideTextProps) {
  const editor = useEditor()
  return editor.slots.besideText?.(editor, { place: placeOfText(editor.selection, field), ...text })
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
