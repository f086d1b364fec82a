import type { SurveyPage } from '@sixfold/contract/portal'
import { startTransition, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { browserName } from './browser-name.ts'
import { deviceStorage, openDeviceStore } from './device-store.ts'
import { revisedAnswers } from './form-values.ts'
import type { Keeper, KeeperState } from './keeper.ts'
import { createKeeper } from './keeper.ts'
import { createPageTimer } from './page-timer.ts'
import { createRespondClient } from './respond-client.ts'

/** The page as the server made it: nothing waits, nothing runs. */
function stateAtFirst(page: SurveyPage): KeeperState {
  return { answers: revisedAnswers(page.answers), status: 'untouched', sending: false, end: null }
}

/** Makes what keeps the answers of a page, once it is alive. */
export type OpenKeeper = (page: SurveyPage) => Keeper

/** Keeps answers on the device until they are with the API. */
export const openKeeper: OpenKeeper = ({ answers, address, deviceKey, language, times }) =>
  createKeeper(
    {
      answers: revisedAnswers(answers),
      client: createRespondClient(address, (url, options) => fetch(url, options)),
      device: openDeviceStore(deviceKey, deviceStorage()),
      later: callLater,
      timer: createPageTimer(times?.pages ?? {}, () => performance.now()),
      browser: () => browserName(address),
    },
    language,
  )

export function callLater(callback: () => void, milliseconds: number): () => void {
  const timer = setTimeout(callback, milliseconds)
  return () => clearTimeout(timer)
}

/**
 * The keeper of this page's answers; null until the page is alive, and always in a preview.
 * The first rendering must equal the server's, so what waits on the device comes in after it.
 */
export function useKeeper(page: SurveyPage, open: OpenKeeper): { keeper: Keeper | null; state: KeeperState } {
  const [keeper, setKeeper] = useState<Keeper | null>(null)
  const first = useRef({ page, open })
  const [atFirst] = useState(() => stateAtFirst(page))

  useEffect(() => {
    const { preview, step } = first.current.page
    if (preview || step === 'thanks') return
    const made = first.current.open(first.current.page)
    startTransition(() => setKeeper(made))
    const tryNow = () => void made.flush()
    const beforeLeaving = () => {
      const hidden = document.visibilityState === 'hidden'
      made.timer?.show(!hidden)
      if (hidden) tryNow()
    }
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

/** Times the page that is before the reader; null: none that asks anything. */
export function usePageTimer(keeper: Keeper | null, pageId: string | null): void {
  useEffect(() => keeper?.timer?.turnTo(pageId), [keeper, pageId])
}

const subscribeToNothing = () => () => undefined
