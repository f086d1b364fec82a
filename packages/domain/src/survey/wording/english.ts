import { asking } from './english/asking.ts'
import { negating } from './english/negating.ts'
import { options } from './english/options.ts'
import { personal } from './english/personal.ts'
import { pushing } from './english/pushing.ts'
import { trade } from './english/trade.ts'
import type { WordLists } from './word-lists.ts'

/** How English is reviewed. */
export const english: WordLists = { ...asking, ...negating, ...options, ...personal, ...pushing, ...trade }
