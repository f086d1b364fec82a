import { Select } from '@mantine/core'
import { factorIndex } from '@sixfold/domain/factor-model'
import type { FactorReference } from '@sixfold/domain/survey/question'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useSay } from '@sixfold/ui/parts/language'
import { memo, useMemo } from 'react'
import { editorWords } from '../../../../words/editor.ts'
import { useEditorActions } from '../../editor-context.ts'
import { factorChoices, measuresOf, measuresValue } from '../../factor-choices.ts'

interface FactorFieldProps {
  id?: string
  label: string
  factor: string | undefined
  attribute: string | null | undefined
  language: string
  onChange: (measures: FactorReference | null) => void
}

/** What a question or a row measures: a factor of the survey's model as a whole, or one attribute of it. */
export const FactorField = memo(
  function FactorField({ id, label, factor, attribute, language, onChange }: FactorFieldProps) {
    const say = useSay(editorWords)
    const { model } = useEditorActions().now()
    const noFactor = say('noFactor')
    const overall = say('overall')
    const data = useMemo(
      () => [
        { value: '', label: noFactor },
        ...factorChoices(model, language, overall).map(({ group, items }) => ({ group, items })),
      ],
      [model, language, noFactor, overall],
    )
    return (
      <Select
        {...(id ? { id } : {})}
        label={label}
        value={measuresValue(factor === undefined ? null : { factor, attribute: attribute ?? null })}
        data={data}
        allowDeselect={false}
        searchable
        leftSection={<FactorMark index={factor === undefined ? -1 : factorIndex(model, factor)} />}
        onChange={value => onChange(measuresOf(value ?? ''))}
      />
    )
  },
  // Whoever handles the change reads the draft as it is then.
  (before, after) =>
    before.label === after.label &&
    before.factor === after.factor &&
    before.attribute === after.attribute &&
    before.language === after.language,
)
