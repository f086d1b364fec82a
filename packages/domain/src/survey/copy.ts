import type { LocalText } from '../local-text.ts'
import type { Page } from './definition.ts'
import type { Condition, Jump } from './logic/condition.ts'
import { pipesOf, pipeText } from './logic/pipe.ts'
import { partsOf, withParts } from './parts.ts'
import type { Question } from './question.ts'
import { QUESTION_TEXTS, questionText } from './settings.ts'

/** Gives a question or page an id that nothing else has. */
export type NewId = (prefix: 'question' | 'page') => string

/** Which question id stands for which, where a copy has its own. */
type Renamed = ReadonlyMap<string, string>

/**
 * A question again under another id. Its parts keep theirs: they are told apart within their question.
 *
 * @example copyQuestion(question, 'question-7f') // { ...question, id: 'question-7f' }
 */
export function copyQuestion(question: Question, id: string): Question {
  return { ...question, id }
}

/**
 * A page again, with its questions, under other ids. Conditions, jumps and pipes that look at a question of the page look at
 * its copy; what they say of the rest of the survey stays.
 */
export function copyPage(page: Page, newId: NewId): Page {
  const renamed = new Map(page.questions.map(({ id }) => [id, newId('question')]))
  const id = newId('page')
  return {
    ...page,
    id,
    title: renameInText(page.title, renamed),
    ...(page.intro ? { intro: renameInText(page.intro, renamed) } : {}),
    ...(page.showIf ? { showIf: renameInCondition(page.showIf, renamed) } : {}),
    ...(page.jumps ? { jumps: page.jumps.map(jump => renameInJump(jump, renamed)) } : {}),
    questions: page.questions.map(question => renameInQuestion(question, renamed)),
  }
}

function renameInQuestion(question: Question, renamed: Renamed): Question {
  const texts = Object.fromEntries(
    QUESTION_TEXTS.flatMap(field => {
      const text = questionText(question, field)
      return text ? [[field, renameInText(text, renamed)]] : []
    }),
  )
  const { showIf, requireIf } = question
  const parts = partsOf(question)?.parts ?? []
  const copy = withParts(
    question,
    parts.map(part => ({ ...part, text: renameInText(part.text, renamed) })),
  )
  return {
    ...copy,
    ...texts,
    id: renamed.get(question.id) ?? question.id,
    ...(showIf ? { showIf: renameInCondition(showIf, renamed) } : {}),
    ...(requireIf ? { requireIf: renameInCondition(requireIf, renamed) } : {}),
  } as Question
}

function renameInJump(jump: Jump, renamed: Renamed): Jump {
  return { ...jump, when: renameInCondition(jump.when, renamed) }
}

function renameInCondition(condition: Condition, renamed: Renamed): Condition {
  const tests = condition.tests.map(test => {
    if ('fact' in test.subject) return test
    const question = renamed.get(test.subject.question)
    return question === undefined ? test : { ...test, subject: { ...test.subject, question } }
  })
  return { ...condition, tests }
}

function renameInText(text: LocalText, renamed: Renamed): LocalText {
  const entries = Object.entries(text).map(([language, words]) => {
    let copy = words
    for (const { written, subject, instead } of pipesOf(words)) {
      const question = subject && 'question' in subject ? renamed.get(subject.question) : undefined
      if (question === undefined) continue
      copy = copy.replaceAll(written, pipeText({ ...subject, question }, instead ?? ''))
    }
    return [language, copy]
  })
  return Object.fromEntries(entries)
}
