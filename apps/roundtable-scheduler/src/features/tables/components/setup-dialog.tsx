import { ActionIcon, Button, Modal, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import type { PlanTable, TablePlan } from '@sixfold/contract/table-plans'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useFactors } from '../../../parts/factors.ts'
import { tableWords } from '../../../words/tables.ts'
import { useSaveTables } from '../queries.ts'
import styles from './tables.module.css'

const USUAL_SEATS = 8
const MOST_TABLES = 100

interface SetupProps {
  id: string
  plan: TablePlan
  /** Guests who may come, for a first number of tables. */
  expected: number
  opened: boolean
  onClose: () => void
}

/** Which tables stand in the room, what each talks about, and who leads them. */
export function SetupDialog(props: SetupProps) {
  const say = useSay(tableWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size="lg"
      title={say('setUpTitle')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <SetupForm {...props} />
    </Modal>
  )
}

const newTable = (name: string): PlanTable => ({
  id: crypto.randomUUID(),
  name,
  seats: USUAL_SEATS,
  factor: null,
})

function SetupForm({ id, plan, expected, onClose }: SetupProps) {
  const say = useSay(tableWords)
  const sayCommon = useSay(commonWords)
  const factors = useFactors()
  const save = useSaveTables()
  // What stood when the form was opened: a colleague's later change must not be overwritten unseen.
  const [before] = useState(plan)
  const [tables, setTables] = useState(() => {
    if (before.tables.length > 0) return before.tables
    const count = Math.min(MOST_TABLES, Math.max(1, Math.ceil(expected / (USUAL_SEATS - 1))))
    return Array.from({ length: count }, (_, at) => newTable(say('table', { number: at + 1 })))
  })
  const known = before.people.filter(({ kind }) => kind === 'host')
  const [hosts, setHosts] = useState(known.map(({ name }) => name).join('\n'))
  const names = hosts.split('\n').map(line => line.trim().slice(0, 80))
  const change = (tableId: string, fields: Partial<PlanTable>) =>
    setTables(all => all.map(one => (one.id === tableId ? { ...one, ...fields } : one)))
  const isConflict = save.isError && asApiError(save.error).code === 'revision_conflict'
  const isWhole = tables.every(({ name }) => name.trim() !== '')
  const people = before.people.filter(({ kind }) => kind !== 'host')
  const needed = people.reduce((sum, { seats }) => sum + seats, 0) + names.filter(Boolean).length

  function submit() {
    const left = [...known]
    const sent = names.filter(Boolean).map(name => {
      const at = left.findIndex(host => host.name === name)
      const [same] = at < 0 ? [] : left.splice(at, 1)
      return { id: same?.id ?? crypto.randomUUID(), name }
    })
    save.mutate({ id, revision: before.revision, tables, hosts: sent }, { onSuccess: onClose })
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (isWhole && !save.isPending) submit()
      }}
    >
      <p className={styles.quiet}>{say('setUpText')}</p>
      {save.isError && <FailureNotice error={save.error} text={isConflict ? say('conflict') : undefined} />}
      <div className={styles.rows}>
        {tables.map((table, at) => (
          <div key={table.id} className={styles.row}>
            <TextInput
              label={say('tableName', { number: at + 1 })}
              value={table.name}
              maxLength={80}
              error={table.name.trim() === ''}
              onChange={event => change(table.id, { name: event.currentTarget.value })}
            />
            <NumberInput
              label={say('tableSeats')}
              value={table.seats}
              min={1}
              max={100}
              clampBehavior="strict"
              allowDecimal={false}
              onChange={value => change(table.id, { seats: Math.max(1, Math.trunc(Number(value)) || 1) })}
            />
            <NativeSelect
              label={say('tableFactor')}
              value={table.factor ?? ''}
              data={[{ value: '', label: say('anything') }, ...factors]}
              onChange={event => change(table.id, { factor: event.currentTarget.value || null })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={say('removeThis', { name: table.name })}
              onClick={() => setTables(all => all.filter(one => one.id !== table.id))}
            >
              <IconX size={16} stroke={1.5} aria-hidden="true" />
            </ActionIcon>
          </div>
        ))}
      </div>
      <div>
        <Button
          variant="subtle"
          disabled={tables.length >= MOST_TABLES}
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => setTables(all => [...all, newTable(say('table', { number: all.length + 1 }))])}
        >
          {say('addTable')}
        </Button>
      </div>
      <Textarea
        label={say('hosts')}
        description={say('hostsHelp')}
        value={hosts}
        autosize
        minRows={3}
        onChange={event => setHosts(event.currentTarget.value)}
      />
      <p className={styles.quiet} aria-live="polite">
        {say('needSeats', { seats: tables.reduce((sum, { seats }) => sum + seats, 0), people: needed })}
      </p>
      <div className={styles.end}>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        <Button type="submit" variant="filled" loading={save.isPending} disabled={!isWhole}>
          {sayCommon('save')}
        </Button>
      </div>
    </form>
  )
}
