import { Button } from '@mantine/core'
import type { job } from '@sixfold/contract/operations'
import { formatInstant } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp, type Tone } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import type { z } from 'zod'
import { houseWords } from '../../../words/house.ts'
import { type JobState, useReplay } from '../queries.ts'
import styles from './jobs.module.css'

type Job = z.infer<typeof job>

const tones: Record<JobState, Tone> = { waiting: 'none', running: 'none', done: 'good', dead: 'problem' }

export function JobTable({ jobs }: { jobs: readonly Job[] }) {
  const say = useSay(houseWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={say('jobsTitle')}
      rows={jobs}
      rowKey={row => row.id}
      columns={[
        { key: 'kind', header: say('kind'), rowHeader: true, cell: row => <code>{row.kind}</code> },
        {
          key: 'state',
          header: say('state'),
          cell: row => <Lamp tone={tones[row.state]}>{say(row.state)}</Lamp>,
        },
        {
          key: 'error',
          header: say('lastError'),
          cell: row => <span className={styles.error}>{row.error}</span>,
        },
        { key: 'attempts', header: say('attempts'), figure: true, cell: row => row.attempts },
        { key: 'due', header: say('due'), figure: true, cell: row => formatInstant(row.runAt, language) },
        {
          key: 'replay',
          header: say('replay'),
          headerHidden: true,
          figure: true,
          cell: row => row.state === 'dead' && <Replay job={row} />,
        },
      ]}
    />
  )
}

function Replay({ job }: { job: Job }) {
  const say = useSay(houseWords)
  const { language } = useLanguage()
  const replay = useReplay()
  return (
    <Button
      size="xs"
      loading={replay.isPending}
      aria-label={`${say('replay')}: ${job.kind}`}
      onClick={() =>
        replay.mutate(
          { id: job.id },
          {
            onSuccess: () => toast.done(say('replayed', { kind: job.kind })),
            onError: error => toast.failed(error, language),
          },
        )
      }
    >
      {say('replay')}
    </Button>
  )
}
