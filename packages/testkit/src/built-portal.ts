import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Portal } from '@sixfold/api/portal/portal'
import { loadPortal, portalAssets } from '@sixfold/api/portal/portal'

/** The built portal without a server: its renderer, and its browser files by name as they are now. */
export async function builtPortal(): Promise<{ portal: Portal; assets: ReadonlyMap<string, Buffer> }> {
  const portal = await loadPortal()
  const assets = portalAssets.flatMap(folder =>
    readdirSync(folder).map(name => [name, readFileSync(join(folder, name))] as const),
  )
  return { portal, assets: new Map(assets) }
}
