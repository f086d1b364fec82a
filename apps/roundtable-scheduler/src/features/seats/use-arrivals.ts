import type { ErrorCode } from '@sixfold/contract/errors'
import type { SeatsView } from '@sixfold/contract/seats'
import { api } from '@sixfold/ui/api-client'
import { asApiError } from '@sixfold/ui/api-error'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Errand, keepErrands, keptErrands, withErrand } from './arrival-queue.ts'
import { seatsQuery } from './queries.ts'

/** A line that fails is tried again after this. */
const RETRY_MS = 4000

export interface Refused {
  errand: Errand
  code: ErrorCode
}

/** Arrivals of one event: shown at once, sent in their order, and sent again until the server has them; stuck: the line fails. */
export function useArrivals(eventId: string) {
  const queryClient = useQueryClient()
  const [errands, setErrands] = useState(() => keptErrands(eventId))
  const [refused, setRefused] = useState<Refused | null>(null)
  const [stuck, setStuck] = useState(false)
  const waiting = useRef(errands)
  const sending = useRef(false)

  const keep = useCallback(
    (next: Errand[]) => {
      waiting.current = next
      keepErrands(eventId, next)
      setErrands(next)
    },
    [eventId],
  )

  const send = useCallback(async () => {
    if (sending.current) return
    sending.current = true
    try {
      for (let errand = waiting.current[0]; errand; errand = waiting.current[0]) {
        const sent = errand
        try {
          const view = await carryOut(eventId, sent)
          queryClient.setQueryData(seatsQuery(eventId).queryKey, view)
        } catch (error) {
          const { code, unreached } = asApiError(error)
          if (unreached || code === 'unavailable' || code === 'too_many_requests' || code === 'internal') {
            setStuck(true)
            return
          }
          setRefused({ errand: sent, code })
        }
        keep(waiting.current.filter(one => one !== sent))
      }
      setStuck(false)
    } finally {
      sending.current = false
    }
  }, [eventId, keep, queryClient])

  useEffect(() => {
    void send()
    const again = () => void send()
    const timer = setInterval(again, RETRY_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [send])

  const say = useCallback(
    (errand: Errand) => {
      setRefused(null)
      keep(withErrand(waiting.current, errand))
      void send()
    },
    [keep, send],
  )
  return { errands, stuck, refused, say, forget: () => setRefused(null) }
}

function carryOut(id: string, errand: Errand): Promise<SeatsView> {
  if (errand.kind === 'undo') return api.seats.undoCheckIn({ id, guestId: errand.guestId })
  if (errand.kind === 'walkIn') {
    const { key, contactId, name, accountName, admit } = errand
    return api.seats.walkIn({
      id,
      key,
      admit,
      ...(contactId === undefined ? { name, accountName } : { contactId }),
    })
  }
  const { guestId, seats, side, admit } = errand
  return api.seats.checkIn({ id, guestId, seats, side, admit })
}
