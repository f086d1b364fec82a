import { Textarea, TextInput } from '@mantine/core'
import type { ModelPlace } from '@sixfold/domain/factor-model-faults'
import { directionOf } from '@sixfold/domain/text/direction'
import { ownName } from '@sixfold/ui/language-name'
import type { ReactNode } from 'react'
import { placeId, useEditing } from '../editing-context.ts'
import { textAt } from '../model-edit.ts'
import styles from './model-editor.module.css'

interface ModelTextProps {
  label: string
  place: ModelPlace
  help?: string
  /** Grows with a longer text. */
  long?: boolean
}

/** One text of the model in the language that is shown. */
export function ModelText({ label, place, help, long = false }: ModelTextProps) {
  const { draft, language, reference } = useEditing()
  const text = textAt(draft.content, place)
  const source = language === reference ? '' : (text[reference] ?? '')
  const shared = {
    id: placeId(place),
    label,
    value: text[language] ?? '',
    lang: language,
    dir: directionOf(language),
    description: describe(help, source && <Source language={reference} text={source} />),
    onChange: (event: { currentTarget: { value: string } }) =>
      draft.edit({ edit: 'text', place, language, value: event.currentTarget.value }),
  }
  return long ? <Textarea autosize minRows={1} maxRows={6} {...shared} /> : <TextInput {...shared} />
}

function Source({ language, text }: { language: string; text: string }) {
  return (
    <span className={styles.reference}>
      <span lang={language}>{ownName(language)}</span>
      {': '}
      <span lang={language} dir={directionOf(language)}>
        {text}
      </span>
    </span>
  )
}

function describe(help: string | undefined, source: ReactNode): ReactNode {
  if (!source) return help
  return help ? (
    <>
      {source} {help}
    </>
  ) : (
    source
  )
}
