import { Tabs } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { editorWords } from '../../../words/editor.ts'
import { useEditor } from '../editor-context.ts'
import type { Selection } from '../selection.ts'
import { addressOf } from '../selection.ts'
import { EndForm } from './inspector/end-form.tsx'
import { PageForm } from './inspector/page-form.tsx'
import { QuestionForm } from './inspector/question-form.tsx'
import styles from './inspector.module.css'

/** Everything about what is selected, in tabs; below, what speaks against publishing. */
export function Inspector() {
  const say = useSay(editorWords)
  const editor = useEditor()
  const { selection, slots, select, tab } = editor
  const others = (slots.tabs ?? []).filter(({ kinds }) => kinds.includes(selection.kind))
  const open = others.find(({ id }) => id === tab)
  return (
    <aside className={styles.inspector} aria-label={say('inspector')}>
      <h2 className={styles.heading}>
        <OwnTitle selection={selection} />
      </h2>
      <Tabs
        className={styles.tabs ?? ''}
        value={open?.id ?? 'own'}
        onChange={next =>
          select({ ...addressOf(selection), tab: next === 'own' ? undefined : (next ?? undefined) })
        }
      >
        <Tabs.List className={styles.tabList ?? ''}>
          <Tabs.Tab value="own">
            <OwnTitle selection={selection} />
          </Tabs.Tab>
          {others.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel className={styles.form ?? ''} value={open?.id ?? 'own'} tabIndex={-1}>
          {open ? open.content(editor) : <OwnForm selection={selection} />}
        </Tabs.Panel>
      </Tabs>
      {slots.review(editor)}
    </aside>
  )
}

function OwnTitle({ selection }: { selection: Selection }) {
  const say = useSay(editorWords)
  switch (selection.kind) {
    case 'question':
      return say('questionTitle', { number: selection.number })
    case 'page':
      return say('pageHeading', { number: selection.number })
    default:
      return say(selection.kind)
  }
}

function OwnForm({ selection }: { selection: Selection }) {
  switch (selection.kind) {
    case 'question':
      return <QuestionForm key={selection.question.id} question={selection.question} />
    case 'page':
      return <PageForm key={selection.page.id} page={selection.page} />
    default:
      return <EndForm key={selection.kind} part={selection.kind} />
  }
}
