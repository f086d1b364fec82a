import { Button, Select, Textarea } from '@mantine/core'
import type { Study, StudyFinding } from '@sixfold/contract/studies'
import { studyFinding } from '@sixfold/contract/studies'
import { textIn } from '@sixfold/domain/local-text'
import { STUDY_LIMITS } from '@sixfold/domain/studies/study'
import { asApiError } from '@sixfold/ui/api-error'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { studyWords } from '../../../words/studies.ts'
import { useChangeStudy } from '../queries.ts'
import styles from './studies.module.css'

const tones = { they_lead: 'problem', we_lead: 'good', remark: 'none' } as const

/** What came out, sentence by sentence, and what follows. */
export function FindingsSheet({ study }: { study: Study }) {
  const say = useSay(studyWords)
  const { language } = useLanguage()
  const [editing, setEditing] = useState(false)
  return (
    <Sheet
      title={say('findings')}
      aside={
        study.editable &&
        !editing && (
          <Button size="xs" onClick={() => setEditing(true)}>
            {say('editFindings')}
          </Button>
        )
      }
    >
      {editing ? (
        <FindingsForm study={study} onClose={() => setEditing(false)} />
      ) : (
        <>
          {study.findings.length === 0 && <p className={styles.quiet}>{say('noFindings')}</p>}
          <ul className={styles.list}>
            {study.findings.map(({ id, text, kind, factor }) => {
              const known = study.factors.find(({ key }) => key === factor)
              return (
                <li key={id}>
                  <p className={styles.said}>{text}</p>
                  <p className={styles.item} style={{ justifyContent: 'flex-start' }}>
                    <Lamp tone={tones[kind]}>{say(`kind.${kind}`)}</Lamp>
                    {known && <FactorName index={known.index} name={textIn(known.name, language, 'en')} />}
                  </p>
                </li>
              )
            })}
          </ul>
          {study.conclusion !== '' && (
            <>
              <h3 className={styles.sub}>{say('conclusion')}</h3>
              <p className={styles.said}>{study.conclusion}</p>
            </>
          )}
        </>
      )}
    </Sheet>
  )
}

function FindingsForm({ study, onClose }: { study: Study; onClose: () => void }) {
  const say = useSay(studyWords)
  const sayCommon = useSay(commonWords)
  const change = useChangeStudy()
  const [findings, setFindings] = useState<StudyFinding[]>(study.findings)
  const [conclusion, setConclusion] = useState(study.conclusion)
  const isConflict = change.isError && asApiError(change.error).code === 'revision_conflict'
  const isReady = findings.every(({ text }) => text.trim() !== '')
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!isReady || change.isPending) return
        change.mutate(
          { id: study.id, revision: study.revision, changes: { findings, conclusion } },
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
      {findings.map(finding => (
        <FindingFields
          key={finding.id}
          study={study}
          finding={finding}
          onChange={next => setFindings(findings.map(one => (one.id === next.id ? next : one)))}
          onRemove={() => setFindings(findings.filter(one => one.id !== finding.id))}
        />
      ))}
      <div className={styles.buttons}>
        <Button
          disabled={findings.length >= STUDY_LIMITS.findings}
          onClick={() =>
            setFindings([...findings, { id: crypto.randomUUID(), text: '', factor: null, kind: 'they_lead' }])
          }
        >
          {say('addFinding')}
        </Button>
      </div>
      <Textarea
        label={say('conclusion')}
        value={conclusion}
        maxLength={4000}
        autosize
        minRows={3}
        onChange={event => setConclusion(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="filled" disabled={!isReady} loading={change.isPending}>
          {say('save')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </div>
    </form>
  )
}

const kinds = studyFinding.shape.kind.options

interface FindingFieldsProps {
  study: Study
  finding: StudyFinding
  onChange: (finding: StudyFinding) => void
  onRemove: () => void
}

function FindingFields({ study, finding, onChange, onRemove }: FindingFieldsProps) {
  const say = useSay(studyWords)
  const { language } = useLanguage()
  return (
    <div>
      <Textarea
        label={say('finding')}
        value={finding.text}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={event => onChange({ ...finding, text: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <Select
          label={say('kind')}
          value={finding.kind}
          allowDeselect={false}
          data={kinds.map(value => ({ value, label: say(`kind.${value}`) }))}
          onChange={value => onChange({ ...finding, kind: kinds.find(one => one === value) ?? finding.kind })}
        />
        <Select
          label={say('factor')}
          placeholder={say('noFactor')}
          value={finding.factor}
          clearable
          data={study.factors.map(({ key, name }) => ({ value: key, label: textIn(name, language, 'en') }))}
          onChange={factor => onChange({ ...finding, factor })}
        />
      </div>
      <Button size="xs" variant="subtle" onClick={onRemove}>
        {say('remove')}
      </Button>
    </div>
  )
}
