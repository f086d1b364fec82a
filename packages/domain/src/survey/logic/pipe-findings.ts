import type { SurveyDefinition } from '../definition.ts'
import { textsOf } from '../texts.ts'
import type { LogicFinding, PipeFindingCode } from './finding.ts'
import type { Pipe } from './pipe.ts'
import { PIPED_FACTS, pipesOf } from './pipe.ts'
import type { Place } from './places.ts'
import { askedBefore } from './places.ts'
import { hasWords } from './testable.ts'

/** What is wrong with the places in texts that take an answer or a fact. */
export function pipeFindings(
  definition: SurveyDefinition,
  places: ReadonlyMap<string, Place>,
): LogicFinding[] {
  return textsOf(definition).flatMap(one => {
    const isEarlier = askedBefore(one.place, definition, places)
    return Object.entries(one.text).flatMap(([language, words]) =>
      pipesOf(words).flatMap((pipe): LogicFinding[] => {
        const code = pipeFault(pipe, places, isEarlier)
        if (!code) return []
        return [
          { code, severity: 'stops', place: { ...one.place, language }, detail: { written: pipe.written } },
        ]
      }),
    )
  })
}

function pipeFault(
  { subject, instead }: Pipe,
  places: ReadonlyMap<string, Place>,
  isEarlier: (place: Place) => boolean,
): PipeFindingCode | null {
  if (!subject) return 'pipe_unknown'
  if ('fact' in subject) {
    if (!PIPED_FACTS.includes(subject.fact)) return 'pipe_without_words'
  } else {
    const found = places.get(subject.question)
    if (!found) return 'pipe_unknown'
    if (!isEarlier(found)) return 'pipe_later'
    if (!hasWords(found.question, subject.part)) return 'pipe_without_words'
  }
  return instead === null ? 'pipe_without_fallback' : null
}
