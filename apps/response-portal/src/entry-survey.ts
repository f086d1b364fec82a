import type { SurveyPage } from '@sixfold/contract/portal'
import { createElement, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { DATA_ID, ROOT_ID } from './frame/document.ts'
import { Survey } from './pages/survey.tsx'
import './styles/portal.css'

/** Longest wait for a quiet moment. */
const PATIENCE_MS = 1_000

/**
 * Makes a survey alive once it has been painted and the browser has nothing else to do, in small steps that let a touch
 * through; until then, and without this file, its forms work by themselves.
 */
function comeAlive(): void {
  const root = document.getElementById(ROOT_ID)
  const data = document.getElementById(DATA_ID)?.textContent
  if (!root || !data) return
  const page = createElement(Survey, JSON.parse(data) as SurveyPage)
  startTransition(() => void hydrateRoot(root, page))
}

requestAnimationFrame(() => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(comeAlive, { timeout: PATIENCE_MS })
  else setTimeout(comeAlive)
})
