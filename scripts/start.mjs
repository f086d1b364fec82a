// `npm start`: installs what is missing, builds the web apps when their sources changed, then becomes the api process.
// It starts on the host's Node.js before anything is installed, so it uses nothing but Node.js itself.
import { buildIfNeeded } from './lib/build.mjs'
import { installIfNeeded } from './lib/install.mjs'
import { requireHostNode } from './lib/project.mjs'
import { becomeServer } from './lib/serve.mjs'

requireHostNode()
installIfNeeded()
if (buildIfNeeded()) {
  becomeServer(process.argv.slice(2))
} else {
  console.error('The web apps could not be built; the reason stands above.')
  process.exitCode = 1
}
