// `npm test`: sets up what is missing and runs every check; `npm test -- unit lint` runs those named.
import { installIfNeeded } from './lib/install.mjs'
import { requireHostNode } from './lib/project.mjs'
import { becomePinnedNode } from './lib/run.mjs'

requireHostNode()
installIfNeeded()
becomePinnedNode('scripts/checks/main.mjs', process.argv.slice(2))
