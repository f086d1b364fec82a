import { Button, Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { GuestCandidate } from '@sixfold/contract/guest-choice'
import type { Guest } from '@sixfold/contract/guests'
import { guestMix } from '@sixfold/domain/roundtables/guest-mix'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { eventWords } from '../../../words/event.ts'
import { guestChoiceWords } from '../../../words/guest-choice.ts'
import type { ChoiceSearch } from '../queries.ts'
import { choiceQuery, previewQuery, useInvite } from '../queries.ts'
import { CandidateChoice } from './candidate-choice.tsx'
import type { ChoiceFilter } from './choice-filters.tsx'
import { ChoiceFilters } from './choice-filters.tsx'
import styles from './guest-chooser.module.css'
import { MixAims } from './mix-aims.tsx'
import { MixGauge } from './mix-gauge.tsx'

interface InviteProps {
  roundtableId: string
  region: { id: string; name: string }
  guests: readonly Guest[]
  onClose: () => void
}

/** Chooses guests by what speaks for them, with the mix of all before one's eyes. */
export function InviteDialog({ opened, ...props }: InviteProps & { opened: boolean }) {
  const say = useSay(eventWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={say('inviteTitle')}
      size={1080}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <GuestChooser {...props} />
    </Modal>
  )
}

const PAGE = 50
const MOST = 200

// Mounted with the dialog, so that each opening begins with nobody chosen.
function GuestChooser({ roundtableId, region, onClose }: InviteProps) {
  const say = useSay(eventWords)
  const sayChoice = useSay(guestChoiceWords)
  const [filter, setFilter] = useState<ChoiceFilter>({ search: '' })
  const [limit, setLimit] = useState(PAGE)
  const [typed] = useDebouncedValue(filter.search.trim(), 250)
  const [chosen, setChosen] = useState<ReadonlyMap<string, GuestCandidate>>(new Map())
  const [aiming, setAiming] = useState(false)
  const search: ChoiceSearch = {
    id: roundtableId,
    search: typed,
    kind: filter.kind,
    segment: filter.segment,
    reason: filter.reason,
    limit,
  }
  const choice = useQuery(choiceQuery(search))
  const shown = (choice.data?.items ?? []).map(({ contactId }) => contactId)
  const preview = useQuery(previewQuery(roundtableId, shown))
  const outlooks = new Map((preview.data?.items ?? []).map(item => [item.contactId, item]))
  const invite = useInvite()

  function send() {
    invite.mutate(
      { id: roundtableId, contactIds: [...chosen.keys()] },
      {
        onSuccess(result) {
          toast.done(say('invitedNow', countsOf(result.guests, chosen)))
          onClose()
        },
      },
    )
  }
  function toggle(candidate: GuestCandidate, on: boolean) {
    const next = new Map(chosen)
    if (on) next.set(candidate.contactId, candidate)
    else next.delete(candidate.contactId)
    setChosen(next)
  }
  function narrow(next: ChoiceFilter) {
    setFilter(next)
    setLimit(PAGE)
  }

  return (
    <QueryStates query={choice}>
      {data => (
        <div className={styles.chooser}>
          <div className={styles.main}>
            <p className={styles.quiet}>{say('inviteText', { region: region.name })}</p>
            <ChoiceFilters
              filter={filter}
              segments={data.segments}
              reasonCounts={data.reasonCounts}
              onChange={narrow}
            />
            {data.items.length === 0 ? (
              <p className={styles.quiet}>{say('nobodyFound')}</p>
            ) : (
              <>
                <p className={styles.quiet} aria-live="polite">
                  {sayChoice('found', { count: data.total })}
                </p>
                <fieldset className={styles.list} aria-label={say('contacts')}>
                  {data.items.map(candidate => (
                    <CandidateChoice
                      key={candidate.contactId}
                      candidate={candidate}
                      outlook={outlooks.get(candidate.contactId)}
                      chosen={chosen.has(candidate.contactId)}
                      onToggle={on => toggle(candidate, on)}
                    />
                  ))}
                  {data.total > data.items.length && limit < MOST && (
                    <Button
                      variant="subtle"
                      loading={choice.isFetching}
                      onClick={() => setLimit(Math.min(MOST, limit + PAGE))}
                    >
                      {sayChoice('showMore')}
                    </Button>
                  )}
                </fieldset>
              </>
            )}
            {invite.error != null && <FailureNotice error={asApiError(invite.error)} />}
            <div className={styles.actions}>
              <Button variant="filled" disabled={chosen.size === 0} loading={invite.isPending} onClick={send}>
                {chosen.size === 0 ? say('choosePeople') : say('doInvite', { count: chosen.size })}
              </Button>
            </div>
          </div>
          <section className={styles.side} aria-labelledby="mix-title">
            <div className={styles.sideHead}>
              <h3 id="mix-title">{sayChoice('mix')}</h3>
              <span className={styles.quiet}>{sayChoice('aimKey')}</span>
            </div>
            <MixGauge mix={guestMix([...data.guests, ...chosen.values()], data.target)} />
            <p className={styles.quiet} aria-live="polite">
              {sayChoice('people', {
                count: data.guests.reduce((sum, { seats }) => sum + seats, 0) + chosen.size,
              })}
              {chosen.size > 0 && `, ${sayChoice('withChosen', { count: chosen.size })}`}
            </p>
            {aiming ? (
              <MixAims
                id={roundtableId}
                target={data.target}
                revision={data.revision}
                segments={data.segments}
                onKept={() => setAiming(false)}
              />
            ) : (
              <div>
                <Button size="xs" onClick={() => setAiming(true)}>
                  {sayChoice('changeAims')}
                </Button>
              </div>
            )}
            <p className={styles.quiet}>{sayChoice('cellText', { minimum: data.minimumCell })}</p>
          </section>
        </div>
      )}
    </QueryStates>
  )
}

function countsOf(guests: readonly Guest[], chosen: ReadonlyMap<string, GuestCandidate>) {
  const count = (state: Guest['state']) =>
    guests.filter(guest => chosen.has(guest.contactId) && guest.state === state).length
  return { invited: count('invited'), planned: count('planned'), refused: count('refused') }
}
