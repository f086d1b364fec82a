import type { BlindSurveyPage } from '@sixfold/contract/portal'
import { DATA_ID, ROOT_ID } from './frame/document.ts'
import { openBlindSurvey } from './pages/blind-survey.tsx'

/** Draws the questions of a blind survey: only the browser knows whether it has a ballot. */
const root = document.getElementById(ROOT_ID)
const data = document.getElementById(DATA_ID)?.textContent
if (root && data) openBlindSurvey(root, JSON.parse(data) as BlindSurveyPage)
