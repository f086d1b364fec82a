import type { PortalPage } from '@sixfold/contract/portal'
import { hydrateRoot } from 'react-dom/client'
import { DATA_ID, ROOT_ID } from './frame/document.ts'
import { aliveView } from './pages/alive.ts'
import './styles/portal.css'

/** Makes the page alive once it has been painted; until then, and without this file, its forms work by themselves. */
async function comeAlive(): Promise<void> {
  const root = document.getElementById(ROOT_ID)
  const data = document.getElementById(DATA_ID)?.textContent
  if (!root || !data) return
  const view = await aliveView(JSON.parse(data) as PortalPage)
  if (view !== null) hydrateRoot(root, view)
}

requestAnimationFrame(() => setTimeout(comeAlive))
