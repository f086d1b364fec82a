import type { UiLanguage } from '@sixfold/contract/words'
import type { FactorModel } from '@sixfold/domain/factor-model'
import type { Language } from '@sixfold/domain/local-text'
import { textIn } from '@sixfold/domain/local-text'
import type { LogicFinding } from '@sixfold/domain/survey/logic/finding'
import type { Finding, FindingCode } from '@sixfold/domain/survey/review/finding'
import { HARD, readingUnit } from '@sixfold/domain/survey/wording/reading-level'
import { formatNumber } from '@sixfold/ui/format'
import { languageName } from '@sixfold/ui/language-name'
import type { SayReview } from '../../words/review.ts'

/** What the words of a finding are made of. */
export interface Speech {
  say: SayReview
  screens: UiLanguage
  model: FactorModel
  /** Of the survey; what stands in another one says so. */
  defaultLanguage: Language
  /** What is wrong with the logic, in words. */
  sayLogic: (finding: LogicFinding) => string
}

export interface FindingWords {
  title: string
  /** Why it matters to a customer, and what helps. */
  text: string
}

/** A finding in words. */
export function findingWords(finding: Finding, speech: Speech): FindingWords {
  const { title, text } = ownWords(finding, speech)
  const { language } = finding.place
  const elsewhere =
    language !== undefined && language !== speech.defaultLanguage && !NAMES_LANGUAGE.has(finding.code)
  return { title: elsewhere ? `${title} (${languageName(language, speech.screens)})` : title, text }
}

const NAMES_LANGUAGE: ReadonlySet<FindingCode> = new Set(['missing_translation', 'translation_behind'])

function ownWords(finding: Finding, { say, screens, model, sayLogic }: Speech): FindingWords {
  const { code, place, detail = {} } = finding
  if (isLogic(finding)) {
    const title = code.startsWith('pipe_') ? 'pipe' : finding.severity === 'stops' ? 'logic' : 'logicAdvice'
    return { title: say(title), text: sayLogic(finding) }
  }
  const factor = model.factors.find(({ key }) => key === place.factor)
  const unit = place.language === undefined ? 'grade' : readingUnit(place.language)
  const values = {
    factor: textIn(factor?.name, screens, 'en'),
    language: place.language === undefined ? '' : languageName(place.language, screens),
    unit: unit ?? 'grade',
    ...(code === 'hard_to_read' && unit ? { most: HARD[unit] } : {}),
    ...Object.fromEntries(
      Object.entries(detail).map(([name, value]) => [
        name,
        typeof value === 'number' ? formatNumber(value, screens, 1) : value,
      ]),
    ),
  }
  const own = code as OwnCode
  return { title: say(own, values), text: say(`${own}_text`, values) }
}

/** Codes whose words are this feature's own. */
type OwnCode = Exclude<FindingCode, LogicFinding['code']>

const LOGIC_CODES: Record<LogicFinding['code'], true> = {
  unknown_question: true,
  unknown_part: true,
  own_answer: true,
  circle: true,
  later_question: true,
  unfit_test: true,
  no_value: true,
  unknown_value: true,
  impossible_value: true,
  contradiction: true,
  unknown_page: true,
  backward_jump: true,
  idle_jump: true,
  unreachable_page: true,
  unreachable_question: true,
  pipe_unknown: true,
  pipe_later: true,
  pipe_without_words: true,
  pipe_without_fallback: true,
}

function isLogic(finding: Finding): finding is Finding & LogicFinding {
  return Object.hasOwn(LOGIC_CODES, finding.code)
}
