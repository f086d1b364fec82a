import type { PortalPage } from '@sixfold/contract/portal'
import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { DATA_ID, ROOT_ID } from './frame/document.ts'
import { kindOf } from './pages/registry.tsx'
import './styles/portal.css'

/** Makes the page alive once it has been painted; until then, and without this file, its forms work by themselves. */
function comeAlive(): void {
  const root = document.getElementById(ROOT_ID)
  const data = document.getElementById(DATA_ID)?.textContent
  if (!root || !data) return
  const page = JSON.parse(data) as PortalPage
  hydrateRoot(root, createElement(kindOf(page).view, page))
}

requestAnimationFrame(() => setTimeout(comeAlive))
