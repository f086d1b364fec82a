import type { BlindSurveyPage, SurveyPage } from '@sixfold/contract/portal'
import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { DATA_ID, ROOT_ID } from './frame/document.ts'
import { Survey } from './pages/survey.tsx'
import './styles/portal.css'

/** Makes a survey alive once it has been painted; until then, and without this file, its forms work by themselves. */
function comeAlive(): void {
  const root = document.getElementById(ROOT_ID)
  const data = document.getElementById(DATA_ID)?.textContent
  if (!root || !data) return
  const page = JSON.parse(data) as SurveyPage | BlindSurveyPage
  if (page.kind === 'survey') hydrateRoot(root, createElement(Survey, page))
  else void import('./pages/blind-survey.tsx').then(({ openBlindSurvey }) => openBlindSurvey(root, page))
}

requestAnimationFrame(() => setTimeout(comeAlive))
