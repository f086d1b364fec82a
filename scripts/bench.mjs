// `npm run bench`: the performance figures of the README, measured on this machine.
import { buildIfNeeded } from './lib/build.mjs'
import { installIfNeeded } from './lib/install.mjs'
import { requireHostNode } from './lib/project.mjs'
import { becomePinnedNode } from './lib/run.mjs'

requireHostNode()
installIfNeeded()
if (buildIfNeeded()) becomePinnedNode('bench/src/main.ts', process.argv.slice(2))
else process.exitCode = 1
