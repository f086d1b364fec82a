import { becomePinnedNode } from './run.mjs'

/** What keeps the process small without making it slower: see docs/bench.md. */
const nodeOptions = [
  // Left to itself V8 sizes its nursery by the machine's memory.
  '--max-semi-space-size=8',
  // And lets the heap grow to several times of what lives in it before it collects.
  '--heap-growing-percent=50',
]

/** For the C library of Linux: give freed memory back instead of keeping it by thread and by size. */
const environment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
}

/** Becomes the api process. Everything that starts one does it here: `npm start`, the container, the bench. */
export function becomeServer(args) {
  becomePinnedNode('apps/api/src/main.ts', args, { nodeOptions, environment })
}
