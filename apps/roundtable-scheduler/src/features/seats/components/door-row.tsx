import { Button, NumberInput } from '@mantine/core'
import type { SeatGuest } from '@sixfold/contract/seats'
import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useState } from 'react'
import { seatWords } from '../../../words/seats.ts'
import type { Errand } from '../arrival-queue.ts'
import styles from './door.module.css'

interface DoorRowProps {
  guest: SeatGuest
  zone: string
  largestParty: number
  /** Came here by the code of this guest. */
  chosen: boolean
  waiting: Errand | undefined
  open: boolean
  say: (errand: Errand) => void
}

/** Somebody at the door: who it is, and one large button. */
export function DoorRow({ guest, zone, largestParty, chosen, waiting, open, say: tell }: DoorRowProps) {
  const { language } = useLanguage()
  const say = useSay(seatWords)
  const [party, setParty] = useState<number | string>(guest.seats)
  const name = guest.name || say('erased')
  const came = waiting ? waiting.kind !== 'undo' : guest.arrived !== null
  const facts = [guest.accountName, standingText(), guest.table]
  const seats = Math.max(1, Number(party) || 1)
  return (
    <li className={styles.row} data-chosen={chosen || undefined}>
      <div className={styles.who}>
        <strong>{name}</strong>
        <span>{facts.filter(Boolean).join(' · ')}</span>
      </div>
      <div className={styles.act}>
        {came ? (
          <>
            {open && (
              <Button
                variant="subtle"
                aria-label={say('undoName', { name })}
                onClick={() => tell({ kind: 'undo', guestId: guest.id })}
              >
                {say('undo')}
              </Button>
            )}
            {/* Where the button to check in was: the second tap of a double tap must not undo the first. */}
            <Lamp tone={waiting ? 'attention' : 'good'}>{waiting ? say('notSent') : arrivedText()}</Lamp>
          </>
        ) : (
          open && (
            <>
              {Math.max(largestParty, guest.seats) > 1 && (
                <NumberInput
                  className={styles.party}
                  aria-label={say('howMany')}
                  value={party}
                  onChange={setParty}
                  min={1}
                  max={100}
                  hideControls
                  allowDecimal={false}
                />
              )}
              <Button
                variant={chosen ? 'filled' : 'default'}
                aria-label={say('checkInName', { name })}
                onClick={() =>
                  tell({ kind: 'checkIn', guestId: guest.id, seats, side: 'room', admit: false })
                }
              >
                {say('checkIn')}
              </Button>
            </>
          )
        )}
      </div>
    </li>
  )

  function arrivedText(): string {
    if (!guest.arrived) return ''
    const time = formatInstant(guest.arrived.at, language, { zone })
    return guest.arrived.seats > 1 ? say('people', { count: guest.arrived.seats }) : time
  }

  function standingText(): string {
    if (guest.walkIn) return say('walkIn')
    if (guest.standing === 'waiting') return say('stands', { position: guest.position ?? 0 })
    if (guest.standing === 'declined') return say('declined')
    if (guest.standing === 'none') return say('invited')
    if (guest.side === 'remote') return say('remoteSeat')
    return guest.seats > 1 ? say('people', { count: guest.seats }) : ''
  }
}
