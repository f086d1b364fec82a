import type { LocalText } from '../local-text.ts'
import type { Quarter } from '../quarter.ts'
import type { SurveyDefinition } from './definition.ts'
import type { SurveyKind } from './kind.ts'
import { presetWords } from './preset-words.ts'

/**
 * A survey as it is asked in another quarter: every question stays what it is. Only a title that names the old quarter, as a preset
 * writes it, names the new one; a title that somebody wrote stays.
 *
 * @example inQuarter(definition, 'quarterly', { from: { year: 2026, quarter: 3 }, to: { year: 2026, quarter: 4 } }).title.en // 'Quarterly survey, quarter 4 of 2026'
 */
export function inQuarter(
  definition: SurveyDefinition,
  kind: SurveyKind,
  { from, to }: { from: Quarter; to: Quarter },
): SurveyDefinition {
  const [before, after] = [presetWords(kind, from, undefined), presetWords(kind, to, undefined)]
  const title: LocalText = Object.fromEntries(
    Object.entries(definition.title).map(([language, text]) => [
      language,
      text === before.title[language] ? (after.title[language] ?? text) : text,
    ]),
  )
  return { ...definition, title }
}
