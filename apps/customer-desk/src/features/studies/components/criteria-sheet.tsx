import { Button, Select, TextInput } from '@mantine/core'
import type { Study, StudyCriterionInput } from '@sixfold/contract/studies'
import { textIn } from '@sixfold/domain/local-text'
import { STUDY_LIMITS } from '@sixfold/domain/studies/study'
import { asApiError } from '@sixfold/ui/api-error'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { studyWords } from '../../../words/studies.ts'
import { useChangeStudy } from '../queries.ts'
import styles from './studies.module.css'

/** What is tried, each by the factor that it belongs to. */
export function CriteriaSheet({ study }: { study: Study }) {
  const say = useSay(studyWords)
  const { language } = useLanguage()
  const [editing, setEditing] = useState(false)
  const mayEdit = study.editable && study.state !== 'finished'
  const factorOf = (key: string) => study.factors.find(factor => factor.key === key)
  return (
    <Sheet
      title={say('criteria')}
      aside={
        mayEdit &&
        !editing && (
          <Button size="xs" onClick={() => setEditing(true)}>
            {say('editCriteria')}
          </Button>
        )
      }
    >
      {editing ? (
        <CriteriaForm study={study} onClose={() => setEditing(false)} />
      ) : study.criteria.length === 0 ? (
        <p className={styles.quiet}>{say('noCriteria')}</p>
      ) : (
        <DataTable
          caption={say('criteria')}
          rows={study.criteria}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: say('criterion'),
              rowHeader: true,
              cell: ({ name, method }) => (
                <>
                  {name}
                  {method && <span className={styles.small}>{method}</span>}
                </>
              ),
            },
            {
              key: 'factor',
              header: say('factor'),
              cell: ({ factor }) => (
                <FactorName
                  index={factorOf(factor)?.index ?? -1}
                  name={textIn(factorOf(factor)?.name, language, 'en')}
                />
              ),
            },
            { key: 'weight', header: say('weight'), figure: true, cell: ({ weight }) => weight },
          ]}
        />
      )}
    </Sheet>
  )
}

const weights = Array.from({ length: STUDY_LIMITS.weight }, (_, at) => String(at + 1))

function CriteriaForm({ study, onClose }: { study: Study; onClose: () => void }) {
  const say = useSay(studyWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const change = useChangeStudy()
  const blank = (): StudyCriterionInput => ({
    id: crypto.randomUUID(),
    name: '',
    factor: study.factors[0]?.key ?? '',
    weight: 1,
    method: '',
  })
  const [rows, setRows] = useState(study.criteria.length > 0 ? study.criteria : [blank()])
  const set = (id: string, given: Partial<StudyCriterionInput>) =>
    setRows(rows.map(row => (row.id === id ? { ...row, ...given } : row)))
  const isConflict = change.isError && asApiError(change.error).code === 'revision_conflict'
  const isReady = rows.every(({ name }) => name.trim() !== '')
  const factors = study.factors.map(({ key, name }) => ({ value: key, label: textIn(name, language, 'en') }))
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!isReady || change.isPending) return
        change.mutate(
          { id: study.id, revision: study.revision, changes: { criteria: rows } },
          {
            onSuccess() {
              toast.done(say('saved'))
              onClose()
            },
          },
        )
      }}
    >
      {change.isError && <FailureNotice error={change.error} text={isConflict ? say('clash') : undefined} />}
      {rows.map(row => (
        <div key={row.id}>
          <div className={styles.line}>
            <TextInput
              label={say('criterion')}
              value={row.name}
              maxLength={200}
              onChange={event => set(row.id, { name: event.currentTarget.value })}
            />
            <Select
              label={say('factor')}
              value={row.factor}
              allowDeselect={false}
              data={factors}
              onChange={factor => factor && set(row.id, { factor })}
            />
            <Select
              label={say('weight')}
              value={String(row.weight)}
              allowDeselect={false}
              data={weights}
              onChange={weight => set(row.id, { weight: Number(weight ?? 1) })}
            />
            <Button
              variant="subtle"
              aria-label={say('removeIt', { name: row.name || say('criterion') })}
              onClick={() => setRows(rows.filter(one => one !== row))}
            >
              {say('remove')}
            </Button>
          </div>
          <TextInput
            label={say('method')}
            value={row.method}
            maxLength={4000}
            onChange={event => set(row.id, { method: event.currentTarget.value })}
          />
        </div>
      ))}
      <div className={styles.buttons}>
        <Button disabled={rows.length >= STUDY_LIMITS.criteria} onClick={() => setRows([...rows, blank()])}>
          {say('addCriterion')}
        </Button>
      </div>
      <div className={styles.buttons}>
        <Button type="submit" variant="filled" disabled={!isReady} loading={change.isPending}>
          {say('save')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </div>
    </form>
  )
}
