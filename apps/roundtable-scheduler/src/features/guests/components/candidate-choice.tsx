import { Checkbox } from '@mantine/core'
import type { GuestCandidate } from '@sixfold/contract/guest-choice'
import type { InviteOutlook } from '@sixfold/contract/guests'
import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import { eventWords } from '../../../words/event.ts'
import styles from './guest-chooser.module.css'
import { KindMark } from './kind-mark.tsx'
import { ReasonList } from './reason-list.tsx'

interface CandidateChoiceProps {
  candidate: GuestCandidate
  /** What would come of an invitation; undefined until it is known. */
  outlook: InviteOutlook | undefined
  chosen: boolean
  onToggle: (on: boolean) => void
}

/** Somebody who could be invited: who, why, and what the contact policy says to it. */
export function CandidateChoice({ candidate, outlook, chosen, onToggle }: CandidateChoiceProps) {
  const say = useSay(eventWords)
  const { language } = useLanguage()
  const notes = [candidate.accountName, candidate.role, candidate.segment].filter(note => note !== '')
  return (
    <Checkbox
      className={styles.choice ?? ''}
      label={candidate.name}
      description={
        <>
          <span className={styles.who}>
            <KindMark kind={candidate.kind} />
            {notes.join(' · ')}
          </span>
          <ReasonList reasons={candidate.reasons} />
          {outlook?.reason && (
            <span className={styles.outlook}>
              <Lamp tone={outlook.state === 'planned' ? 'attention' : 'problem'}>
                <TouchReason reason={outlook.reason} />
                {outlook.dueAt &&
                  `; ${say('leaves', { time: formatInstant(outlook.dueAt, language, { zone: candidate.zone }) })}`}
              </Lamp>
            </span>
          )}
        </>
      }
      checked={chosen}
      onChange={event => onToggle(event.currentTarget.checked)}
    />
  )
}
