import { Select } from '@mantine/core'
import type { StaffStep } from '@sixfold/contract/case-steps'
import type { CaseDetail } from '@sixfold/contract/cases'
import { textIn } from '@sixfold/domain/local-text'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { caseWords } from '../../../words/cases.ts'
import { settingsQuery, useFactorModel } from '../queries.ts'
import styles from './cases.module.css'
import { NoteForm } from './note-form.tsx'

interface ResolveFormProps {
  one: CaseDetail
  busy: boolean
  onSend: (step: StaffStep) => void
  onCancel: () => void
}

/** Root cause, factor, and the words that the customer reads. */
export function ResolveForm({ one, busy, onSend, onCancel }: ResolveFormProps) {
  const say = useSay(caseWords)
  const { language } = useLanguage()
  const model = useFactorModel(one.factorRef)
  const causes = (useQuery(settingsQuery()).data?.causes ?? []).filter(({ retired }) => !retired)
  const [causeId, setCause] = useState<string | null>(null)
  const [factor, setFactor] = useState<string | null>(one.factorRef?.key ?? null)
  const reaches = one.contactId !== null && one.answerWanted
  return (
    <NoteForm
      label={say('told')}
      hint={say('told.hint')}
      send={say(reaches ? 'resolve.send' : 'resolve.plain')}
      busy={busy}
      incomplete={causeId === null || factor === null || !model}
      onCancel={onCancel}
      onSend={told => {
        if (causeId === null || factor === null || !model) return
        const of =
          one.factorRef?.key === factor
            ? one.factorRef
            : { model: { key: model.key, version: model.version }, key: factor }
        onSend({ step: 'resolve', causeId, factor: of, told })
      }}
    >
      <p className={styles.hint}>{say(reaches ? 'resolve.lead' : 'resolve.nobody')}</p>
      <div className={styles.pair}>
        <Select
          label={say('cause')}
          value={causeId}
          onChange={setCause}
          allowDeselect={false}
          searchable
          data={causes.map(({ id, name }) => ({ value: id, label: textIn(name, language, 'en') }))}
        />
        <Select
          label={say('factor')}
          value={factor}
          onChange={setFactor}
          allowDeselect={false}
          data={(model?.factors ?? []).map(({ key, name }) => ({
            value: key,
            label: textIn(name, language, 'en'),
          }))}
        />
      </div>
    </NoteForm>
  )
}
