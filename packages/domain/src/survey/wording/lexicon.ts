import type { Language } from '../../local-text.ts'
import { english } from './english.ts'
import { vietnamese } from './vietnamese.ts'
import type { WordLists } from './word-lists.ts'
import type { Phrases } from './words.ts'
import { phrases } from './words.ts'

type Grouped = 'personal' | 'known' | 'knownLabels' | 'ranges'
type Plain = Exclude<keyof WordLists, Grouped | 'opposites' | 'oppositePrefixes'>

/** Word lists made ready for searching. */
export type Lexicon = Readonly<Record<Plain, Phrases>> & {
  readonly [Name in Grouped]: Readonly<Record<keyof WordLists[Name], Phrases>>
} & {
  /** Both orders, joined by a stroke. */
  opposites: ReadonlySet<string>
  oppositePrefixes: readonly string[]
}

/**
 * The word lists of a survey language; null for one that none are kept for, whose wording is then not reviewed.
 *
 * @example lexiconFor('en-GB') === lexiconFor('en') // true
 */
export function lexiconFor(language: Language): Lexicon | null {
  const [base = ''] = language.toLowerCase().split('-')
  return lexicons.get(base) ?? null
}

function prepared({
  opposites,
  oppositePrefixes,
  personal,
  known,
  knownLabels,
  ranges,
  ...plain
}: WordLists): Lexicon {
  return {
    ...groups(plain),
    personal: groups(personal),
    known: groups(known),
    knownLabels: groups(knownLabels),
    ranges: groups(ranges),
    opposites: new Set(opposites.flatMap(pair => [pair, pair.split('|').reverse().join('|')])),
    oppositePrefixes,
  }
}

function groups<Name extends string>(
  lists: Readonly<Record<Name, readonly string[]>>,
): Readonly<Record<Name, Phrases>> {
  const entries = Object.entries<readonly string[]>(lists).map(([name, list]) => [name, phrases(list)])
  return Object.fromEntries(entries)
}

const lexicons = new Map<string, Lexicon>([
  ['en', prepared(english)],
  ['vi', prepared(vietnamese)],
])
