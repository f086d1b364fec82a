// `npm start`: installs what is missing, builds the web apps when their sources changed, then becomes the api process.
// It starts on the host's Node.js before anything is installed, so it uses nothing but Node.js itself.
import { buildIfNeeded } from './lib/build.mjs'
import { installIfNeeded } from './lib/install.mjs'
import { requireHostNode } from './lib/project.mjs'
import { becomePinnedNode } from './lib/run.mjs'

requireHostNode()
installIfNeeded()
if (buildIfNeeded()) {
  // Left to itself V8 sizes its nursery by the machine's memory; this much is as fast and saves 100 MB when idle.
  becomePinnedNode('apps/api/src/main.ts', process.argv.slice(2), {
    nodeOptions: ['--max-semi-space-size=8'],
  })
} else {
  console.error('The web apps could not be built; the reason stands above.')
  process.exitCode = 1
}
