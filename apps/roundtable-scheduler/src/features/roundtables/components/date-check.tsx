import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { DateProposal } from '@sixfold/contract/date-proposals'
import { isLocalDate } from '@sixfold/domain/is-local-date'
import type { LocalDate } from '@sixfold/domain/local-date'
import { isTimeOfDay } from '@sixfold/domain/wall-time'
import { orpc } from '@sixfold/ui/api-client'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { dayText } from '../../../words/event-text.ts'
import { planWords } from '../../../words/plan.ts'
import type { Plan } from '../plan-changes.ts'
import { DateReasons } from './date-reasons.tsx'
import styles from './plan-form.module.css'

type Wish = Pick<Plan, 'regionId' | 'kind' | 'startTime' | 'endTime' | 'zone' | 'speakerIds' | 'date'>

interface DateCheckProps {
  plan: Wish
  /** The event that is changed; it does not stand in its own way. */
  ownId: string | undefined
  onChoose: (date: LocalDate) => void
}

/** While somebody types, the server is not asked for every key. */
const WAIT_MS = 250

/** What speaks for and against the chosen date, and dates against which less speaks. Nothing is chosen for anybody. */
export function DateCheck({ plan, ownId, onChoose }: DateCheckProps) {
  const { language } = useLanguage()
  const say = useSay(planWords)
  const { regionId, kind, startTime, endTime, zone, speakerIds, date } = plan
  const [wish] = useDebouncedValue(
    JSON.stringify({
      regionId,
      kind,
      startTime,
      endTime,
      zone,
      speakerIds,
      date: isLocalDate(date) ? date : null,
      eventId: ownId ?? null,
    }),
    WAIT_MS,
  )
  const query = useQuery(
    orpc.dateProposals.list.queryOptions({
      input: JSON.parse(wish),
      placeholderData: keepPreviousData,
      enabled: regionId !== '' && zone !== '' && isTimeOfDay(startTime) && isTimeOfDay(endTime),
    }),
  )
  return (
    <QueryStates query={query}>
      {({ due, chosen, proposals, guests }) => (
        <div className={styles.check}>
          {chosen && (
            <Sheet label={dayText(chosen.date, language, 'day')}>
              <div role="status">
                <p className={styles.day}>{dayText(chosen.date, language, 'day')}</p>
                <DateReasons proposal={chosen} />
                {chosen.objections.length === 0 && <p>{say('nothingAgainst')}</p>}
              </div>
            </Sheet>
          )}
          {proposals.length > 0 && (
            <Sheet title={say('proposals')}>
              <p>
                {due ? say('proposalsText', { date: dayText(due, language, 'day') }) : say('nothingDue')}{' '}
                {say(`guests.${guests.of}`, { count: guests.count })}
              </p>
              <ol className={styles.proposals}>
                {proposals.map(proposal => (
                  <Proposal
                    key={proposal.date}
                    proposal={proposal}
                    chosen={proposal.date === date}
                    onChoose={onChoose}
                  />
                ))}
              </ol>
            </Sheet>
          )}
        </div>
      )}
    </QueryStates>
  )
}

interface ProposalProps {
  proposal: DateProposal
  chosen: boolean
  onChoose: (date: LocalDate) => void
}

function Proposal({ proposal, chosen, onChoose }: ProposalProps) {
  const { language } = useLanguage()
  const say = useSay(planWords)
  const date = dayText(proposal.date, language, 'day')
  return (
    <li data-chosen={chosen || undefined}>
      <div className={styles.proposal}>
        <strong>{date}</strong>
        {chosen ? (
          <span className={styles.taken}>{say('chosenDate')}</span>
        ) : (
          <Button size="xs" onClick={() => onChoose(proposal.date)} aria-label={say('choose', { date })}>
            {say('chooseIt')}
          </Button>
        )}
      </div>
      <DateReasons proposal={proposal} />
    </li>
  )
}
