import { uiLanguageFor } from '@sixfold/contract/words'
import { frameWords } from '../words/frame.ts'

/** The way to the statement of accessibility, for the end of a page. */
export function AccessibilityLink({ language }: { language: string }) {
  const ui = uiLanguageFor(language)
  return <a href={`/accessibility?language=${ui}`}>{frameWords(ui)('accessibility')}</a>
}
