import { Button, FileButton, Textarea, TextInput } from '@mantine/core'
import type { RegionCalendar } from '@sixfold/contract/region-calendars'
import { decodeText } from '@sixfold/domain/text/decode'
import { asApiError } from '@sixfold/ui/api-error'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useState } from 'react'
import { calendarWords } from '../../../words/calendars.ts'
import { useAddList } from '../queries.ts'
import styles from './courtesy.module.css'

/** Adds a pasted list or a file; with a fault nothing is added until somebody says to leave the faulty lines out. */
export function AddListForm({ calendar }: { calendar: RegionCalendar }) {
  const say = useSay(calendarWords)
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const add = useAddList()
  const faults = add.data?.faults ?? []
  const refused = faults.length > 0 && !add.variables?.skipFaulty
  const run = (skipFaulty: boolean) =>
    add.mutate({
      id: calendar.region.id,
      revision: calendar.revision,
      year: calendar.year,
      text,
      source,
      skipFaulty,
    })
  return (
    <Sheet title={say('list')}>
      <p className={styles.text}>{say('listText')}</p>
      <div className={styles.answer}>
        <Textarea
          label={say('listLabel')}
          autosize
          minRows={4}
          maxRows={14}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <FileButton
          accept=".csv,.tsv,.txt,text/csv"
          onChange={file => {
            void file?.arrayBuffer().then(bytes => setText(decodeText(new Uint8Array(bytes)).text))
          }}
        >
          {props => <Button {...props}>{say('listFile')}</Button>}
        </FileButton>
        <TextInput
          label={say('listSource')}
          description={say('sourceHelp')}
          value={source}
          onChange={event => setSource(event.currentTarget.value)}
        />
        {add.error && (
          <FailureNotice
            error={add.error}
            text={asApiError(add.error).code === 'revision_conflict' ? say('conflict') : undefined}
          />
        )}
        {add.data && (
          <div role="status">
            {refused ? (
              <Lamp tone="problem">{say('faults', { n: faults.length })}</Lamp>
            ) : (
              <Lamp tone="good">{say('added', { n: add.data.added })}</Lamp>
            )}
            {!refused && faults.length > 0 && <p>{say('faultsLeft', { n: faults.length })}</p>}
            {!refused && add.data.known > 0 && <p>{say('known', { n: add.data.known })}</p>}
          </div>
        )}
        {faults.length > 0 && (
          <DataTable
            caption={say('fault')}
            rows={faults}
            rowKey={({ line, column, fault }) => `${line} ${column} ${fault}`}
            columns={[
              { key: 'line', header: say('line'), figure: true, cell: ({ line }) => line },
              { key: 'column', header: say('column'), cell: ({ column }) => column },
              { key: 'value', header: say('value'), cell: ({ value }) => value },
              { key: 'fault', header: say('fault'), rowHeader: true, cell: ({ reason }) => reason },
            ]}
          />
        )}
        <div className={styles.actions}>
          <Button loading={add.isPending} disabled={text.trim() === ''} onClick={() => run(false)}>
            {say('check')}
          </Button>
          {refused && <Button onClick={() => run(true)}>{say('addRest')}</Button>}
        </div>
      </div>
    </Sheet>
  )
}
