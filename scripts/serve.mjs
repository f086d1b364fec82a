// Becomes the api process of a project that is installed and built: for containers and for measuring.
import { becomeServer } from './lib/serve.mjs'

becomeServer(process.argv.slice(2))
