import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import type { Page } from '@sixfold/domain/survey/definition'
import type { Question } from '@sixfold/domain/survey/question'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { IconGripVertical } from '@tabler/icons-react'
import { editorWords } from '../../../words/editor.ts'
import type { OutlineItem } from '../drop.ts'
import { itemKey } from '../drop.ts'
import { markOf, useEditor } from '../editor-context.ts'
import styles from './outline.module.css'

export function OutlinePage({ page, number }: { page: Page; number: number }) {
  const say = useSay(editorWords)
  const { selection, select, language, model, findings } = useEditor()
  const { item, grip } = useDraggable({ kind: 'page', id: page.id }, say('dragPage', { number }))
  const here = selection.kind === 'page' && selection.page.id === page.id
  const open = here || (selection.kind === 'question' && selection.page.id === page.id)
  const found = findings.find(({ place }) => place.page === page.id && place.question === undefined)
  return (
    <li {...item}>
      <div className={styles.page} data-open={open || undefined} data-here={here || undefined}>
        {grip}
        <button
          type="button"
          className={styles.name}
          aria-current={here || undefined}
          aria-expanded={open}
          onClick={() => select({ page: page.id })}
        >
          <FactorMark index={markOf(model, page.factor)} />
          <span className={styles.text}>{page.title[language] || say('untitled')}</span>
          {found && <FindingLamp severity={found.severity} />}
          <span className={styles.count}>{page.questions.length}</span>
        </button>
      </div>
      {open && page.questions.length > 0 && (
        <ol className={styles.questions}>
          <SortableContext
            items={page.questions.map(({ id }) => itemKey({ kind: 'question', id }))}
            strategy={verticalListSortingStrategy}
          >
            {page.questions.map((question, at) => (
              <OutlineQuestion key={question.id} question={question} number={`${number}.${at + 1}`} />
            ))}
          </SortableContext>
        </ol>
      )}
    </li>
  )
}

function OutlineQuestion({ question, number }: { question: Question; number: string }) {
  const say = useSay(editorWords)
  const { selection, select, language, changes, findings } = useEditor()
  const { item, grip } = useDraggable({ kind: 'question', id: question.id }, say('dragQuestion', { number }))
  const here = selection.kind === 'question' && selection.question.id === question.id
  const found = findings.filter(({ place }) => place.question === question.id)
  const worst = found.find(({ severity }) => severity === 'stops') ?? found[0]
  const change = changes?.[question.id]
  return (
    <li {...item}>
      <div className={styles.row} data-here={here || undefined}>
        {grip}
        <button
          type="button"
          className={styles.name}
          aria-current={here || undefined}
          onClick={() => select({ question: question.id })}
        >
          <span className={styles.number}>{number}</span>
          <span className={styles.text}>{question.text[language] || say('untitled')}</span>
          {change && <span className={styles.change}>{say(change)}</span>}
          {worst && <FindingLamp severity={worst.severity} />}
        </button>
      </div>
    </li>
  )
}

function FindingLamp({ severity }: { severity: 'stops' | 'advises' }) {
  const say = useSay(editorWords)
  return (
    <span role="img" aria-label={say('review')}>
      <LampShape tone={severity === 'stops' ? 'problem' : 'attention'} />
    </span>
  )
}

/** What makes a row movable: the row's own attributes, and the grip that is pulled. */
function useDraggable(what: OutlineItem, label: string) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    useSortable({ id: itemKey(what) })
  return {
    item: {
      ref: setNodeRef,
      className: styles.item,
      'data-dragging': isDragging || undefined,
      style: { transform: CSS.Translate.toString(transform), transition },
    },
    grip: (
      <button
        type="button"
        ref={setActivatorNodeRef}
        className={styles.grip}
        {...attributes}
        {...listeners}
        aria-label={label}
      >
        <IconGripVertical size={14} stroke={1.5} aria-hidden="true" />
      </button>
    ),
  }
}
