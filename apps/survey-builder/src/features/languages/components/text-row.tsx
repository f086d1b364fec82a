import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { directionOf } from '@sixfold/domain/text/direction'
import { LampShape } from '@sixfold/ui/parts/lamp'
import type { FocusEvent } from 'react'
import { memo } from 'react'
import type { TextRow } from '../text-rows.ts'
import styles from './languages.module.css'

interface TextRowItemProps {
  row: TextRow
  /** Which text it is: "5.3: option 2". */
  label: string
  /** Names of the fields: the label with its language. */
  sourceLabel: string
  translationLabel: string
  /** What is owed, in words; '' for nothing. */
  owed: string
  source: string
  language: string
  readOnly: boolean
  onEdit: (operation: SurveyOperation) => void
  onEnter: (key: string) => void
}

/** One text beside its source. It is drawn again only when its own words change. */
export const TextRowItem = memo(function TextRowItem({
  row,
  label,
  sourceLabel,
  translationLabel,
  owed,
  source,
  language,
  readOnly,
  onEdit,
  onEnter,
}: TextRowItemProps) {
  const enter = (event: FocusEvent) => {
    if (event.target !== event.currentTarget) onEnter(row.key)
  }
  return (
    <li className={styles.row} data-state={row.state} onFocus={enter}>
      <div className={styles.label}>
        <span>{label}</span>
        {owed && (
          <span className={styles.owed}>
            <LampShape tone="attention" />
            {owed}
          </span>
        )}
      </div>
      <Field
        id={`source ${row.key}`}
        label={sourceLabel}
        language={source}
        value={row.source}
        readOnly={readOnly}
        onChange={value => onEdit(row.operation(source, value))}
      />
      <Field
        id={fieldId(row.key)}
        label={translationLabel}
        language={language}
        value={row.translation}
        readOnly={readOnly}
        onChange={value => onEdit(row.operation(language, value))}
      />
    </li>
  )
}, isSame)

/** Operations are made anew with every draft, but write to the same place. */
function isSame(before: TextRowItemProps, after: TextRowItemProps): boolean {
  const { row: was, ...old } = before
  const { row: is, ...now } = after
  return (
    was.key === is.key &&
    was.source === is.source &&
    was.translation === is.translation &&
    was.state === is.state &&
    was.place.page === is.place.page &&
    (Object.keys(now) as (keyof typeof now)[]).every(name => old[name] === now[name])
  )
}

/** The id of a text's field, so that "next gap" can lead there. */
export function fieldId(key: string): string {
  return `text ${key}`
}

interface FieldProps {
  id: string
  label: string
  language: string
  value: string
  readOnly: boolean
  onChange: (value: string) => void
}

function Field({ id, label, language, value, readOnly, onChange }: FieldProps) {
  return (
    <textarea
      id={id}
      className={styles.field}
      aria-label={label}
      rows={1}
      lang={language}
      dir={directionOf(language)}
      value={value}
      readOnly={readOnly}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
