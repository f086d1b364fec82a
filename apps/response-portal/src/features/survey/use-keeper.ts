import type { SurveyPage } from '@sixfold/contract/portal'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { openDeviceStore } from './device-store.ts'
import { revisedAnswers } from './form-values.ts'
import type { Keeper, KeeperState } from './keeper.ts'
import { createKeeper } from './keeper.ts'
import { createRespondClient } from './respond-client.ts'

/** The page as the server made it: nothing waits, nothing runs. */
function stateAtFirst(page: SurveyPage): KeeperState {
  return { answers: revisedAnswers(page.answers), status: 'untouched', sending: false, end: null }
}

/**
 * The keeper of this page's answers; null until the page is alive, and always in a preview.
 * The first rendering must equal the server's, so what waits on the device comes in after it.
 */
export function useKeeper(page: SurveyPage): { keeper: Keeper | null; state: KeeperState } {
  const [keeper, setKeeper] = useState<Keeper | null>(null)
  const first = useRef(page)
  const [atFirst] = useState(() => stateAtFirst(page))

  useEffect(() => {
    const { preview, step, address, deviceKey, language } = first.current
    if (preview || step === 'thanks') return
    const made = createKeeper(
      {
        answers: revisedAnswers(first.current.answers),
        client: createRespondClient(address, (url, options) => fetch(url, options)),
        device: openDeviceStore(deviceKey, deviceStorage()),
        later(callback, milliseconds) {
          const timer = setTimeout(callback, milliseconds)
          return () => clearTimeout(timer)
        },
      },
      language,
    )
    setKeeper(made)
    const tryNow = () => void made.flush()
    const beforeLeaving = () => document.visibilityState === 'hidden' && tryNow()
    addEventListener('online', tryNow)
    document.addEventListener('visibilitychange', beforeLeaving)
    tryNow()
    return () => {
      removeEventListener('online', tryNow)
      document.removeEventListener('visibilitychange', beforeLeaving)
    }
  }, [])

  const state = useSyncExternalStore(
    keeper?.subscribe ?? subscribeToNothing,
    keeper?.state ?? (() => atFirst),
    () => atFirst,
  )
  return { keeper, state }
}

const subscribeToNothing = () => () => undefined

function deviceStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
