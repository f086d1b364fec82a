import { Button, Textarea, TextInput } from '@mantine/core'
import type { Study } from '@sixfold/contract/studies'
import type { TestPoints } from '@sixfold/domain/studies/study'
import { TEST_POINTS } from '@sixfold/domain/studies/study'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { studyWords } from '../../../words/studies.ts'
import { useGivePoints } from '../queries.ts'
import styles from './studies.module.css'

const nothing: TestPoints = { us: null, them: null }
const whose = ['us', 'them'] as const

/** A tester's own points. */
export function PointsSheet({ study, own }: { study: Study; own: NonNullable<Study['own']> }) {
  const say = useSay(studyWords)
  const give = useGivePoints()
  const [sheet, setSheet] = useState(own.sheet)
  const [note, setNote] = useState(own.note)
  const isConflict = give.isError && asApiError(give.error).code === 'revision_conflict'
  const set = (id: string, side: 'us' | 'them', points: number | null) =>
    setSheet({ ...sheet, [id]: { ...nothing, ...sheet[id], [side]: points } })
  const known = new Set(study.criteria.map(({ id }) => id))
  const isReady = Object.values(sheet).every(({ us, them }) => [us, them].every(isPoints))
  return (
    <Sheet title={say('own')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (!isReady || give.isPending) return
          const given = Object.fromEntries(Object.entries(sheet).filter(([id]) => known.has(id)))
          give.mutate(
            { id: study.id, revision: own.revision, sheet: given, note },
            { onSuccess: () => toast.done(say('kept')) },
          )
        }}
      >
        <p className={styles.quiet}>{say('ownLead')}</p>
        {give.isError && (
          <FailureNotice error={give.error} text={isConflict ? say('keptElsewhere') : undefined} />
        )}
        <div className={styles.points}>
          <span />
          {whose.map(side => (
            <strong key={side}>{say(side)}</strong>
          ))}
          {study.criteria.map(({ id, name }) => (
            <PointsLine
              key={id}
              name={name}
              points={sheet[id] ?? nothing}
              onChange={(side, points) => set(id, side, points)}
            />
          ))}
        </div>
        <Textarea
          label={say('note')}
          value={note}
          maxLength={4000}
          autosize
          minRows={2}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" variant="filled" disabled={!isReady} loading={give.isPending}>
            {say('keep')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

const isPoints = (points: number | null) =>
  points === null || (points >= TEST_POINTS.least && points <= TEST_POINTS.most)

interface PointsLineProps {
  name: string
  points: TestPoints
  onChange: (side: 'us' | 'them', points: number | null) => void
}

function PointsLine({ name, points, onChange }: PointsLineProps) {
  const say = useSay(studyWords)
  return (
    <>
      <span>{name}</span>
      {whose.map(side => (
        <TextInput
          key={side}
          type="number"
          inputMode="decimal"
          min={TEST_POINTS.least}
          max={TEST_POINTS.most}
          step={0.5}
          aria-label={say('pointsOf', { criterion: name, whose: say(side) })}
          error={!isPoints(points[side])}
          value={points[side] ?? ''}
          onChange={event =>
            onChange(side, event.currentTarget.value === '' ? null : event.currentTarget.valueAsNumber)
          }
        />
      ))}
    </>
  )
}
