// `npm run dev`: the api restarts and the web apps reload when a source changes, all of it on one port.
import { installIfNeeded } from './lib/install.mjs'
import { requireHostNode } from './lib/project.mjs'
import { becomePinnedNode } from './lib/run.mjs'

requireHostNode()
installIfNeeded()
becomePinnedNode('scripts/dev-server.mjs', process.argv.slice(2))
