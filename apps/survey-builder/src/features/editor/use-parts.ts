import type { LocalText } from '@sixfold/domain/local-text'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import { partsOf } from '@sixfold/domain/survey/parts'
import type { PastedList } from '@sixfold/domain/survey/pasted-list'
import { readPastedList } from '@sixfold/domain/survey/pasted-list'
import { placeOf } from '@sixfold/domain/survey/undo'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { listWords } from '../../words/list.ts'
import { partFieldId, useEditorActions } from './editor-context.ts'
import { newPartId } from './new-parts.ts'

/** What can be done to the options, rows or items of one question. The keyboard stays where work goes on. */
export function useParts(question: string) {
  const say = useSay(listWords)
  const sayCommon = useSay(commonWords)
  const { now, edit, focus, announce } = useEditorActions()
  const list = () => {
    const place = placeOf(now().definition, question)
    return (place && partsOf(place.question)?.parts) ?? []
  }

  function add(index: number, text: LocalText = {}) {
    if (list().length >= SURVEY_LIMITS.parts) return announce(say('full', { most: SURVEY_LIMITS.parts }))
    const id = newPartId('part')
    edit({ op: 'add-part', question, index, part: { id, text } })
    focus(partFieldId(question, id))
  }

  function remove(part: string) {
    const parts = list()
    const at = parts.findIndex(({ id }) => id === part)
    const neighbour = parts[at - 1] ?? parts[at + 1]
    edit({ op: 'remove-part', question, part })
    if (neighbour) focus(partFieldId(question, neighbour.id))
    announce(say('removed', { number: at + 1 }))
  }

  function move(part: string, by: -1 | 1) {
    const parts = list()
    const index = parts.findIndex(({ id }) => id === part) + by
    if (index < 0 || index >= parts.length) return announce(say(by < 0 ? 'first' : 'last'))
    edit({ op: 'move-part', question, part, index })
    focus(partFieldId(question, part))
    announce(say('moved', { number: index + 1 }))
  }

  /**
   * Adds what was pasted: parts from `from` on that say nothing yet take the first entries, the rest is added after them.
   * Says what was left out.
   */
  function insert(
    { entries, dropped, blanks }: PastedList,
    { from, index }: { from: number; index: number },
  ) {
    const empty = list()
      .slice(from)
      .filter(({ text }) => !Object.values(text).some(Boolean))
      .slice(0, entries.length)
    const filled = empty.flatMap(({ id: part }, at) =>
      Object.entries(entries[at] ?? {}).map(
        ([language, value]) => ({ op: 'set-part-text', question, part, language, value }) as const,
      ),
    )
    const last = empty.at(-1)
    const after = last ? Math.max(index, list().indexOf(last) + 1) : index
    const added = entries
      .slice(empty.length)
      .map(
        (text, at) =>
          ({ op: 'add-part', question, index: after + at, part: { id: newPartId('part'), text } }) as const,
      )
    edit(...filled, ...added)
    const left = dropped.length + blanks
    toast.done(
      [
        say('pasted', { n: entries.length }),
        left > 0 ? say('left', { n: left, blanks, others: dropped.length }) : '',
        dropped.length > 0 ? dropped.map(({ text }) => `“${text}”`).join(', ') : '',
      ]
        .filter(Boolean)
        .join(' '),
    )
  }

  return {
    add,
    remove,
    move,
    insert,
    set(part: string, value: string) {
      edit({ op: 'set-part-text', question, part, language: now().language, value })
    },
    /** Removes by the button: with words in it, it can be taken back right there. */
    take(part: string) {
      const written = list().some(({ id, text }) => id === part && Object.values(text).some(Boolean))
      const number = list().findIndex(({ id }) => id === part) + 1
      remove(part)
      if (written)
        toast.done(say('removed', { number }), { label: sayCommon('undo'), run: () => now().session.undo() })
    },
    moveTo(part: string, index: number) {
      edit({ op: 'move-part', question, part, index })
    },
    read(text: string): PastedList {
      const { language, definition } = now()
      return readPastedList(text, {
        language,
        languages: definition.languages,
        existing: list().map(part => part.text),
      })
    },
  }
}

export type PartActions = ReturnType<typeof useParts>
