import { closestCenter, DndContext } from '@dnd-kit/core'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { Button } from '@mantine/core'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { Finding } from '@sixfold/domain/survey/review/finding'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useSay } from '@sixfold/ui/parts/language'
import { editorWords } from '../../../words/editor.ts'
import { dropOperation, itemKey, itemOf } from '../drop.ts'
import { fieldId, markOf, useEditor } from '../editor-context.ts'
import { newPartId } from '../new-parts.ts'
import { useDragging } from '../use-dragging.ts'
import styles from './outline.module.css'
import { OutlinePage } from './outline-page.tsx'

/** Pages and questions in order; moved by dragging, or with Alt and the arrow keys. */
export function Outline() {
  const say = useSay(editorWords)
  const { definition, session, select, selection, model, language, findings, changes } = useEditor()
  const dragging = useDragging(key => nameOf(key))
  const open = selection.kind === 'question' || selection.kind === 'page' ? selection.page.id : null
  const here = selection.kind === 'question' ? selection.question.id : open
  const worst = worstByPlace(findings)

  function nameOf(key: string): string {
    const item = itemOf(key)
    if (!item) return ''
    if (item.kind === 'page')
      return say('pageHeading', { number: definition.pages.findIndex(({ id }) => id === item.id) + 1 })
    const at = definition.pages.findIndex(page => page.questions.some(({ id }) => id === item.id))
    const index = definition.pages[at]?.questions.findIndex(({ id }) => id === item.id) ?? -1
    return say('questionTitle', { number: `${at + 1}.${index + 1}` })
  }
  function drop(draggedKey: string, targetKey: string | undefined) {
    const dragged = itemOf(draggedKey)
    const target = targetKey === undefined ? null : itemOf(targetKey)
    const operation = dragged && target && dropOperation(definition, dragged, target)
    if (!operation) return
    session.edit(operation)
    select(dragged.kind === 'page' ? { page: dragged.id } : { question: dragged.id })
  }
  function addPage() {
    const id = newPartId('page')
    session.edit({ op: 'add-page', index: definition.pages.length, page: { id, title: {}, questions: [] } })
    select({ page: id }, 'canvas')
  }
  return (
    <nav className={styles.outline} aria-label={say('outline')} data-column="outline">
      <div className={styles.head}>
        <span>
          {say('counts', { pages: definition.pages.length, questions: questionsOf(definition).length })}
        </span>
        <Button className={styles.add ?? ''} size="xs" variant="subtle" onClick={addPage}>
          {say('addPage')}
        </Button>
      </div>
      <DndContext
        {...dragging}
        collisionDetection={closestCenter}
        onDragEnd={({ active, over }) => drop(String(active.id), over ? String(over.id) : undefined)}
      >
        <ol className={styles.pages}>
          <EndItem part="welcome" />
          <SortableContext
            items={definition.pages.map(({ id }) => itemKey({ kind: 'page', id }))}
            strategy={verticalListSortingStrategy}
          >
            {definition.pages.map((page, at) => (
              <OutlinePage
                key={page.id}
                page={page}
                number={at + 1}
                mark={markOf(model, page.factor)}
                language={language}
                open={page.id === open}
                here={page.id === open ? here : null}
                worst={worst}
                changes={changes}
              />
            ))}
          </SortableContext>
          <EndItem part="thanks" />
        </ol>
      </DndContext>
      <KeyHint />
    </nav>
  )
}

/** The gravest finding of each page and question, by its id. */
function worstByPlace(findings: readonly Finding[]): ReadonlyMap<string, Finding['severity']> {
  const worst = new Map<string, Finding['severity']>()
  for (const { place, severity } of findings) {
    const id = place.question ?? place.page
    if (id !== undefined && worst.get(id) !== 'stops') worst.set(id, severity)
  }
  return worst
}

function EndItem({ part }: { part: 'welcome' | 'thanks' }) {
  const say = useSay(editorWords)
  const { selection, select } = useEditor()
  const open = selection.kind === part
  return (
    <li>
      <div className={styles.page} data-open={open || undefined}>
        <span className={styles.noGrip} />
        <button
          type="button"
          id={fieldId('outline', part)}
          className={styles.name}
          aria-current={open || undefined}
          onClick={() => select({ part })}
        >
          <FactorMark index={-1} />
          {say(part)}
        </button>
      </div>
    </li>
  )
}

/** One sentence with keys in it: the catalogue says where each key stands. */
function KeyHint() {
  const say = useSay(editorWords)
  const key = (name: string) => `\n${name}\n`
  const sentence = say('moveHint', {
    alt: key('Alt'),
    up: key('Up'),
    down: key('Down'),
    help: key('?'),
  })
  return (
    <p className={styles.hint}>
      {sentence.split('\n').map((part, at) => (at % 2 === 1 ? <kbd key={part}>{part}</kbd> : part))}
    </p>
  )
}
