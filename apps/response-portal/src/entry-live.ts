import type { LivePage } from '@sixfold/contract/portal'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { LiveRoom } from './features/live/live-room.tsx'
import { DATA_ID, ROOT_ID } from './frame/document.ts'

// The page without script is another one, with plain forms: it is replaced, not brought to life.
const root = document.getElementById(ROOT_ID)
const data = document.getElementById(DATA_ID)?.textContent
if (root && data) createRoot(root).render(createElement(LiveRoom, JSON.parse(data) as LivePage))
