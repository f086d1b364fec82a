import { asking } from './vietnamese/asking.ts'
import { negating } from './vietnamese/negating.ts'
import { options } from './vietnamese/options.ts'
import { personal } from './vietnamese/personal.ts'
import { pushing } from './vietnamese/pushing.ts'
import { trade } from './vietnamese/trade.ts'
import type { WordLists } from './word-lists.ts'

/** How Vietnamese is reviewed. A word is a syllable, so an entry of two syllables is a phrase. */
export const vietnamese: WordLists = { ...asking, ...negating, ...options, ...personal, ...pushing, ...trade }
