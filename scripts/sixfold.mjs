// `npm run sixfold -- <command>`: the operator's command line.
import { installIfNeeded } from './lib/install.mjs'
import { requireHostNode } from './lib/project.mjs'
import { becomePinnedNode } from './lib/run.mjs'

requireHostNode()
installIfNeeded()
becomePinnedNode('apps/api/src/cli/main.ts', process.argv.slice(2))
