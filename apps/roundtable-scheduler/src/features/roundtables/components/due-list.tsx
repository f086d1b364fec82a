import { Button } from '@mantine/core'
import type { Region } from '@sixfold/contract/staff'
import type { LocalDate } from '@sixfold/domain/local-date'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { yearWords } from '../../../words/year.ts'
import { dayText } from '../event-text.ts'
import styles from './due-list.module.css'
import type { Lane } from './lane-row.tsx'

interface DueListProps {
  lanes: readonly Lane[]
  regions: readonly Region[]
  today: LocalDate
  mayPlan: (regionId: string) => boolean
}

/** Due dates that nobody has planned for; nothing where every region is on its cadence. */
export function DueList({ lanes, regions, today, mayPlan }: DueListProps) {
  const { language } = useLanguage()
  const say = useSay(yearWords)
  const open = lanes.flatMap(lane => {
    const date = lane.openDates.at(-1)
    return date === undefined ? [] : [{ regionId: lane.regionId, date, lamp: lane.lamp }]
  })
  if (open.length === 0) return null
  return (
    <section className={styles.due}>
      <h2>{say('decide')}</h2>
      <ul>
        {open.map(({ regionId, date, lamp }) => {
          const name = regions.find(({ id }) => id === regionId)?.name ?? ''
          const day = dayText(date, language, 'full')
          return (
            <li key={regionId}>
              <LampShape tone={lamp === 'overdue' ? 'problem' : 'attention'} />
              <strong>{name}</strong>
              <span>{say(date < today ? 'decideWasDue' : 'decideDue', { date: day })}</span>
              {mayPlan(regionId) && (
                <Button
                  size="xs"
                  renderRoot={props => <Link {...props} to="/plan" search={{ region: regionId, date }} />}
                >
                  {say('decideDo')}
                  <span className={styles.unseen}>&nbsp;{say('decideFor', { region: name, date: day })}</span>
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
