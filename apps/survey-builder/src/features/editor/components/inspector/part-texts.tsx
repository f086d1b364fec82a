import { partShape, partsOf } from '@sixfold/domain/survey/parts'
import type { Question } from '@sixfold/domain/survey/question'
import { useSay } from '@sixfold/ui/parts/language'
import { useState } from 'react'
import { listWords } from '../../../../words/list.ts'
import { settingWords } from '../../../../words/settings.ts'
import { useEditor, useEditorActions } from '../../editor-context.ts'
import styles from '../inspector.module.css'
import { TextsField } from './texts-field.tsx'

/** The options or rows in every language, shut until somebody wants to see them side by side. */
export function PartTexts({ question }: { question: Question }) {
  const say = useSay(settingWords)
  const sayList = useSay(listWords)
  const { definition } = useEditor()
  const { edit } = useEditorActions()
  const [open, setOpen] = useState(false)
  const shape = partShape(question)
  const parts = partsOf(question)?.parts ?? []
  // The fields of contact details show their purposes beside their boxes.
  if (!shape || shape === 'field' || definition.languages.length < 2) return null
  const noun = shape === 'row' ? 'row' : 'option'
  return (
    <details className={styles.details} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{say(shape === 'row' ? 'rowsInLanguages' : 'optionsInLanguages')}</summary>
      {open &&
        parts.map((part, at) => (
          <TextsField
            key={part.id}
            field={`part-${part.id}`}
            label={`${sayList(noun)} ${at + 1}`}
            text={part.text}
            onChange={(language, value) =>
              edit({ op: 'set-part-text', question: question.id, part: part.id, language, value })
            }
          />
        ))}
    </details>
  )
}
