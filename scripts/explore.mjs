// `npm run explore -- 20`: every property with new cases, twenty times over.
import { installIfNeeded } from './lib/install.mjs'
import { requireHostNode } from './lib/project.mjs'
import { becomePinnedNode } from './lib/run.mjs'

requireHostNode()
installIfNeeded()
becomePinnedNode('scripts/checks/explore.mjs', process.argv.slice(2))
