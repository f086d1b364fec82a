import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import type { Clash } from '@sixfold/domain/survey/merge'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { languageName } from '@sixfold/ui/language-name'
import type { SurveySide } from '../../parts/setting-value.ts'
import { kindNames } from '../../words/kinds.ts'
import type { SayTogether } from '../../words/together.ts'
import { fieldName, placeName, questionName, wholeName } from './clash-names.ts'
import { valueWords } from './clash-values.ts'

export interface ClashNaming {
  say: SayTogether
  screens: UiLanguage
  mine: SurveySide
  theirs: SurveySide
  /** Who saved theirs. */
  name: string
}

/** One side of a clash: a line that says it, and what belongs to it in detail. */
export interface SideWords {
  line: string
  details: readonly string[]
}

export interface DescribedClash {
  /** What it is about: "Question 5.1: Question, Vietnamese". */
  subject: string
  mine: SideWords
  theirs: SideWords
  /** The language of both texts, where it is about one text. */
  language: string | null
}

/** A clash in words, both sides of it. */
export function describeClash(clash: Clash, naming: ClashNaming): DescribedClash {
  const last = clash.mine.at(-1)
  if (!last) throw new Error('a clash is about something that I did')
  if (clash.whole) {
    const subject = wholeName(clash.whole, naming)
    return { subject, mine: mineOfWhole(clash, naming), theirs: theirsOfWhole(clash, naming), language: null }
  }
  const isText = last.op.endsWith('-text') && 'language' in last
  return {
    subject: fieldName(last, naming),
    mine: { line: fieldValue(last, naming.mine, naming), details: [] },
    theirs: { line: fieldValue(last, naming.theirs, naming), details: [] },
    language: isText ? last.language : null,
  }
}

function mineOfWhole({ mine, theirs, whole, choice }: Clash, naming: ClashNaming): SideWords {
  const { say } = naming
  if (choice === null) return { line: say('noRoom'), details: changesIn(mine, naming) }
  if (mine.at(-1)?.op.startsWith('remove-')) return { line: say('removed'), details: [] }
  if (whole?.kind === 'languages') return { line: languagesOf(naming.mine, naming), details: [] }
  return { line: say(theirs === null ? 'broughtBack' : 'withChanges'), details: changesIn(mine, naming) }
}

function theirsOfWhole({ mine, theirs, whole }: Clash, naming: ClashNaming): SideWords {
  const { say, screens, name } = naming
  if (theirs === null) return { line: say('removed'), details: [] }
  if (whole?.kind === 'languages') return { line: languagesOf(naming.theirs, naming), details: [] }
  const stays = say('stays', { name })
  const question = whole?.kind === 'question' && questionName(whole.question, naming.theirs)
  const replaced = question && !mine.some(({ op }) => op === 'remove-question')
  return {
    line: replaced ? say('asKind', { kind: kindNames(screens)(question.kind) }) : stays,
    details: question ? [textIn(question.text, screens, naming.theirs.definition.defaultLanguage)] : [],
  }
}

/** More would hide the choice itself. */
const MOST_DETAILS = 5

function changesIn(operations: readonly SurveyOperation[], naming: ClashNaming): string[] {
  const lines = operations.map(operation => changeLine(operation, naming))
  const more = lines.length - MOST_DETAILS
  return more > 1 ? [...lines.slice(0, MOST_DETAILS), naming.say('andMore', { n: more })] : lines
}

function changeLine(operation: SurveyOperation, naming: ClashNaming): string {
  const { say, screens, mine } = naming
  const text = (part: { text: Parameters<typeof textIn>[0] }) =>
    textIn(part.text, screens, mine.definition.defaultLanguage) || say('empty')
  switch (operation.op) {
    case 'add-page':
      return say('added', {
        what: textIn(operation.page.title, screens, mine.definition.defaultLanguage) || say('newPage'),
      })
    case 'add-question':
      return say('added', { what: text(operation.question) })
    case 'add-part':
      return say('added', { what: text(operation.part) })
    case 'replace-question':
      return say('asKind', { kind: kindNames(screens)(operation.question.kind) })
    case 'remove-page':
    case 'remove-question':
    case 'remove-part':
      return say('taken', { what: fieldName(operation, naming) })
    case 'move-page':
    case 'move-question':
    case 'move-part':
      return `${fieldName(operation, naming)}: ${placeName(operation, mine, say)}`
    default:
      return `${fieldName(operation, naming)}: ${fieldValue(operation, mine, naming)}`
  }
}

function fieldValue(operation: SurveyOperation, side: SurveySide, naming: ClashNaming): string {
  return operation.op.startsWith('move-')
    ? placeName(operation, side, naming.say)
    : valueWords(operation, side, naming)
}

function languagesOf({ definition }: SurveySide, { screens }: ClashNaming): string {
  return definition.languages.map(language => languageName(language, screens)).join(', ')
}
