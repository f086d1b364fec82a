import type { AnswerValue } from '@sixfold/domain/survey/answers'
import { isList } from '@sixfold/domain/survey/answers'
import type { KeyboardEvent } from 'react'

/** What was chosen or ranked so far. */
export const listOf = (value: AnswerValue | undefined): readonly string[] =>
  value !== undefined && isList(value) ? value : []

/** After a digit that answered a question the next one has the focus. */
export function goOn({ currentTarget }: KeyboardEvent<HTMLElement>): void {
  const own = currentTarget.closest('[data-question]')
  const all: (Element | null)[] = [...document.querySelectorAll('[data-question]')]
  const next = all[all.indexOf(own) + 1]
  next?.querySelector<HTMLElement>('input, textarea, select')?.focus()
}
