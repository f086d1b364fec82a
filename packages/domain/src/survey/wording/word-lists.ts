/** What a customer is asked for that tells who they are. */
export type PersonalTopic =
  | 'phone'
  | 'email'
  | 'age'
  | 'address'
  | 'identity'
  | 'gender'
  | 'income'
  | 'health'

/** What the customer record already holds. */
export type KnownTopic = 'name' | 'company' | 'role' | 'region' | 'country' | 'language' | 'email'

/** How two things are asked at once, and what only looks like it. */
export interface AskingWords {
  /** Join two things. */
  joiners: readonly string[]
  /** Hold a joiner, and yet mean one thing. */
  oneThing: readonly string[]
  /** What one says of the two ends of a scale: either order. */
  opposites: readonly `${string}|${string}`[]
  /** Put before a word, turn it into its opposite. */
  oppositePrefixes: readonly string[]
  /** Begin an introduction that ends with a comma: what follows is the question. */
  openers: readonly string[]
  /** Begin a side clause, or examples: two things in it are not two things asked. */
  sideClauses: readonly string[]
  /** Begin what is said, meant or known: a "not" in it negates no statement of ours. */
  reported: readonly string[]
  /** Begin a question, or a request. */
  heads: readonly string[]
  /** Numbers and amounts in words. */
  amounts: readonly string[]
  /** When something happens: two of them are one time. */
  times: readonly string[]
  /** People on whichever side of a joiner: the one asked, and others with them. */
  people: readonly string[]
  /** Announce two ends that belong together, as in "between sales and support". */
  pairing: readonly string[]
  /** Precede a name that may have a joiner in it: "phòng kinh doanh và tiếp thị". */
  unitsBefore: readonly string[]
  /** Follow such a name: "our sales and service team". */
  unitsAfter: readonly string[]
  /** After a joiner, open no second thing: "or so", "and others". */
  afterJoiner: readonly string[]
  /** Words at which a phrase ends, for taking a question apart. */
  boundaries: readonly string[]
  determiners: readonly string[]
  verbs: readonly string[]
}

/** What pushes towards an answer, praises or blames. */
export interface PushingWords {
  /** Push towards an answer. */
  leading: readonly string[]
  /** Push when they end a sentence as a clause of their own: "…, right?" */
  leadingEnds: readonly string[]
  /** Push when they end a sentence, comma or not: "… chứ?" */
  leadingTails: readonly string[]
  /** Praise or blame. */
  praise: readonly string[]
  /** Look like praise and are none. */
  noPraise: readonly string[]
  /** After these a judgement is what is asked about: "the service is excellent". */
  copulas: readonly string[]
  /** Praise and absolutes that a text can simply lose. */
  droppable: readonly string[]
}

/** What negates, and what leaves no room. */
export interface NegatingWords {
  negators: readonly string[]
  /** Hold a negator and negate nothing. */
  noNegation: readonly string[]
  /** Negators that ask when they end a clause. */
  askingEnds: readonly string[]
  /** With a negator they turn it round again. */
  negatives: readonly string[]
  absolutes: readonly string[]
  noAbsolutes: readonly string[]
}

/** Words of the trade, and short forms that everybody knows. */
export interface TradeWords {
  jargon: readonly string[]
  /** Short forms that a reader may be expected to know, in capitals. */
  knownAcronyms: readonly string[]
}

/** What asks for something personal, or for something known. */
export interface PersonalWords {
  personal: Readonly<Record<PersonalTopic, readonly string[]>>
  /** Say what something is used for. */
  purposes: readonly string[]
  /** Ask for something that the record holds. */
  known: Readonly<Record<KnownTopic, readonly string[]>>
  /** A text of only such a word asks for it. */
  knownLabels: Readonly<Record<KnownTopic, readonly string[]>>
  /** Somebody else is meant. */
  somebodyElse: readonly string[]
  /** We are meant, not the reader: "which region should we …". */
  aboutUs: readonly string[]
}

/** What options say. */
export interface OptionWords {
  good: readonly string[]
  neutral: readonly string[]
  bad: readonly string[]
  /** Steps of how often, how much, how large: a list of them has an order. */
  steps: readonly string[]
  /** Options that take in everything else. */
  catchAll: readonly string[]
  /** Options that answer a yes-or-no question. */
  yesNo: readonly string[]
  /** Limits of a range: below without, up to with the number itself, and so on. */
  ranges: Readonly<
    Record<'to' | 'toUnder' | 'under' | 'upTo' | 'over' | 'from' | 'orLess' | 'orMore', readonly string[]>
  >
}

/**
 * The words by which one language is reviewed: data, never code. Every entry is a phrase as it would be written; case and the
 * place of Vietnamese tone marks do not matter.
 */
export interface WordLists
  extends AskingWords,
    PushingWords,
    NegatingWords,
    TradeWords,
    PersonalWords,
    OptionWords {}

/**
 * A list as it is written down, its entries between semicolons.
 *
 * @example words('and; as well as') // ['and', 'as well as']
 */
export function words(list: string): readonly string[] {
  return list
    .split(';')
    .map(entry => entry.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
}

/** A list of opposites, each two words with a stroke between them. */
export function pairs(list: string): AskingWords['opposites'] {
  return words(list).filter((pair): pair is `${string}|${string}` => pair.includes('|'))
}
