import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import type { Page } from '@sixfold/domain/survey/definition'
import type { Finding } from '@sixfold/domain/survey/review/finding'
import type { QuestionChange, QuestionChanges } from '@sixfold/domain/survey/versions'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { IconGripVertical } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { memo } from 'react'
import { editorWords } from '../../../words/editor.ts'
import type { OutlineItem } from '../drop.ts'
import { itemKey } from '../drop.ts'
import { fieldId, useEditorActions } from '../editor-context.ts'
import { pagePlace, questionPlace } from '../places.ts'
import styles from './outline.module.css'
import { PeopleAt } from './people.tsx'

interface OutlinePageProps {
  page: Page
  number: number
  mark: number
  language: string
  open: boolean
  /** What of the page is selected: itself, or one of its questions. */
  here: string | null
  worst: ReadonlyMap<string, Finding['severity']>
  changes: QuestionChanges | null
}

export function OutlinePage({ page, number, open, here, mark, language, worst, changes }: OutlinePageProps) {
  return (
    <OutlineItemRow what="page" id={page.id} number={number}>
      {grip => (
        <>
          <PageRow
            id={page.id}
            grip={grip}
            mark={mark}
            title={page.title[language] ?? ''}
            count={page.questions.length}
            places={[pagePlace(page.id), ...(open ? [] : page.questions.map(({ id }) => questionPlace(id)))]}
            open={open}
            here={here === page.id}
            severity={worst.get(page.id)}
          />
          {open && page.questions.length > 0 && (
            <ol className={styles.questions}>
              <SortableContext
                items={page.questions.map(({ id }) => itemKey({ kind: 'question', id }))}
                strategy={verticalListSortingStrategy}
              >
                {page.questions.map((question, at) => (
                  <OutlineQuestion
                    key={question.id}
                    id={question.id}
                    number={`${number}.${at + 1}`}
                    text={question.text[language] ?? ''}
                    here={here === question.id}
                    severity={worst.get(question.id)}
                    change={changes?.[question.id]}
                  />
                ))}
              </SortableContext>
            </ol>
          )}
        </>
      )}
    </OutlineItemRow>
  )
}

interface PageRowProps {
  id: string
  grip: ReactNode
  mark: number
  title: string
  count: number
  /** Where somebody else may be that this row stands for. */
  places: readonly string[]
  open: boolean
  here: boolean
  severity: Finding['severity'] | undefined
}

function PageRow({ id, grip, mark, title, count, places, open, here, severity }: PageRowProps) {
  const say = useSay(editorWords)
  const { select } = useEditorActions()
  const keys = useItemKeys({ kind: 'page', id })
  return (
    <div className={styles.page} data-open={open || undefined} data-here={here || undefined}>
      {grip}
      <button
        type="button"
        id={fieldId('outline', id)}
        className={styles.name}
        aria-current={here || undefined}
        aria-expanded={open}
        onClick={() => select({ page: id })}
        onKeyDown={keys}
      >
        <FactorMark index={mark} />
        <span className={styles.text}>{title || say('untitled')}</span>
        <PeopleAt places={places} />
        {severity && <FindingLamp severity={severity} />}
        <span className={styles.count}>{count}</span>
      </button>
    </div>
  )
}

interface OutlineQuestionProps {
  id: string
  number: string
  text: string
  here: boolean
  severity: Finding['severity'] | undefined
  change: QuestionChange | undefined
}

const OutlineQuestion = memo(function OutlineQuestion(props: OutlineQuestionProps) {
  const { id, number, text, here, severity, change } = props
  const say = useSay(editorWords)
  const { select } = useEditorActions()
  const keys = useItemKeys({ kind: 'question', id })
  return (
    <OutlineItemRow what="question" id={id} number={number}>
      {grip => (
        <div className={styles.row} data-here={here || undefined}>
          {grip}
          <button
            type="button"
            id={fieldId('outline', id)}
            className={styles.name}
            aria-current={here || undefined}
            onClick={() => select({ question: id })}
            onKeyDown={keys}
          >
            <span className={styles.number}>{number}</span>
            <span className={styles.text}>{text || say('untitled')}</span>
            <PeopleAt places={[questionPlace(id)]} />
            {change && <span className={styles.change}>{say(change)}</span>}
            {severity && <FindingLamp severity={severity} />}
          </button>
        </div>
      )}
    </OutlineItemRow>
  )
})

/** In the outline, Alt and the arrows move the row that has the keyboard, whatever is selected. */
function useItemKeys(item: OutlineItem) {
  const { step, select } = useEditorActions()
  return (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    select(item.kind === 'page' ? { page: item.id } : { question: item.id })
    step(event.key === 'ArrowUp' ? -1 : 1, item)
  }
}

function FindingLamp({ severity }: { severity: Finding['severity'] }) {
  const say = useSay(editorWords)
  return (
    <span role="img" aria-label={say('review')}>
      <LampShape tone={severity === 'stops' ? 'problem' : 'attention'} />
    </span>
  )
}

interface OutlineItemRowProps {
  what: OutlineItem['kind']
  id: string
  number: number | string
  children: (grip: ReactNode) => ReactNode
}

/** What makes a row movable: the row's own place, and the grip that is pulled. */
function OutlineItemRow({ what, id, number, children }: OutlineItemRowProps) {
  const say = useSay(editorWords)
  const {
    setNodeRef,
    setActivatorNodeRef,
    attributes,
    listeners,
    transform,
    transition,
    isDragging,
    isOver,
  } = useSortable({ id: itemKey({ kind: what, id }) })
  const grip = (
    <button
      type="button"
      ref={setActivatorNodeRef}
      className={styles.grip}
      {...attributes}
      {...listeners}
      aria-label={say(what === 'page' ? 'dragPage' : 'dragQuestion', { number })}
    >
      <IconGripVertical size={14} stroke={1.5} aria-hidden="true" />
    </button>
  )
  return (
    <li
      ref={setNodeRef}
      className={styles.item}
      data-dragging={isDragging || undefined}
      data-over={(isOver && !isDragging) || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {children(grip)}
    </li>
  )
}
