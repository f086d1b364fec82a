import { Textarea } from '@mantine/core'
import type { LocalText } from '@sixfold/domain/local-text'
import { ownName } from '@sixfold/ui/language-name'
import { fieldId, useEditor } from '../../editor-context.ts'
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
        <Textarea
          key={language}
          id={fieldId(field, language)}
          autosize
          minRows={1}
          maxLength={5000}
          lang={language}
          dir="auto"
          label={<span className={styles.language}>{ownName(language)}</span>}
          value={text[language] ?? ''}
          onChange={event => onChange(language, event.currentTarget.value)}
        />
      ))}
      {help && <p className={styles.quiet}>{help}</p>}
    </fieldset>
  )
}
