import { Button, Select } from '@mantine/core'
import type { ImportCheck } from '@sixfold/contract/survey-imports'
import { textIn } from '@sixfold/domain/local-text'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { importWords } from '../../../words/import.ts'
import { importModelsQuery, useImportSurvey } from '../queries.ts'
import styles from './import.module.css'

interface ImportOrderProps {
  file: File
  check: ImportCheck
  /** As `2026-Q3`; `next` is the one to begin with. */
  quarters: readonly string[]
  next: string
  onCreated: (id: string) => void
}

/** Chosen instead of a model's key: the one that the file names. */
const OF_FILE = ''

/** The last step: for which quarter, on which factor model. */
export function ImportOrder({ file, check, quarters, next, onCreated }: ImportOrderProps) {
  const say = useSay(importWords)
  const { language } = useLanguage()
  const models = useQuery(importModelsQuery())
  const create = useImportSurvey()
  const [quarter, setQuarter] = useState(next)
  const [model, setModel] = useState<string | null>(null)
  const named = check.factorModel
  const ofFile = named && named.standing !== 'unknown' ? named : null
  const items = models.data?.items ?? []
  const choices = [
    ...(ofFile
      ? [
          {
            value: OF_FILE,
            label:
              ofFile.standing === 'kept'
                ? say('modelOfFile', { key: nameOf(ofFile.key) })
                : say('modelCarried'),
          },
        ]
      : []),
    ...items.map(({ key, name }) => ({ value: key, label: textIn(name, language, 'en') })),
  ]
  const chosen = model ?? choices[0]?.value ?? null

  function nameOf(key: string): string {
    return textIn(items.find(one => one.key === key)?.name, language, 'en') || key
  }
  function submit() {
    if (chosen === null || !quarter) return
    create.mutate(
      { file, quarter, ...(chosen === OF_FILE ? {} : { factorModel: chosen }) },
      { onSuccess: ({ id }) => onCreated(id) },
    )
  }

  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      {named?.standing === 'unknown' && (
        <p className={styles.text}>{say('modelUnknown', { key: named.key })}</p>
      )}
      <div className={styles.choices}>
        <Select
          label={say('forQuarter')}
          data={quarters}
          value={quarter}
          allowDeselect={false}
          onChange={value => setQuarter(value ?? quarter)}
        />
        <Select
          label={say('model')}
          data={choices}
          value={chosen}
          allowDeselect={false}
          onChange={setModel}
        />
      </div>
      <p className={styles.quiet}>{say('modelHelp')}</p>
      {create.error && (
        <FailureNotice error={create.error}>
          {create.error.fields.map(({ path, message }) => (
            <p key={path}>{message}</p>
          ))}
        </FailureNotice>
      )}
      <div>
        <Button type="submit" variant="filled" loading={create.isPending} disabled={chosen === null}>
          {say('create')}
        </Button>
      </div>
    </form>
  )
}
