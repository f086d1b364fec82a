import { ActionIcon, Menu } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import type { Question } from '@sixfold/domain/survey/question'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import {
  IconArrowDown,
  IconArrowUp,
  IconBookmarkPlus,
  IconCopy,
  IconDots,
  IconFileArrowRight,
  IconPlus,
  IconReplace,
  IconX,
} from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { editorWords } from '../../../words/editor.ts'
import { useEditor } from '../editor-context.ts'
import { stepOf } from '../selection.ts'
import { useCopies } from '../use-copies.ts'
import { useRemoval } from '../use-removal.ts'
import styles from './canvas.module.css'
import { ChangeKindDialog, EntryNameDialog } from './later-dialogs.tsx'
import { useMenuFocus } from './use-menu-focus.ts'

interface QuestionToolsProps {
  question: Question
  number: string
}

/** What can be done with the selected question, beside it. */
export function QuestionTools({ question, number }: QuestionToolsProps) {
  const say = useSay(editorWords)
  const { definition, step, openPalette } = useEditor()
  const remove = useRemoval()
  const label = (text: string) => `${say('questionTitle', { number })}: ${text}`
  return (
    <div className={styles.tools}>
      <ActionIcon
        aria-label={label(say('moveUp'))}
        aria-keyshortcuts="Alt+ArrowUp"
        disabled={!stepOf(definition, question.id, -1)}
        onClick={() => step(-1)}
      >
        <IconArrowUp size={16} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        aria-label={label(say('moveDown'))}
        aria-keyshortcuts="Alt+ArrowDown"
        disabled={!stepOf(definition, question.id, 1)}
        onClick={() => step(1)}
      >
        <IconArrowDown size={16} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon aria-label={label(say('addBelow'))} aria-keyshortcuts="Alt+N" onClick={openPalette}>
        <IconPlus size={16} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
      <MoreMenu question={question} label={label(say('more'))} />
      <ActionIcon aria-label={label(say('remove'))} onClick={() => remove.question(question.id)}>
        <IconX size={16} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
    </div>
  )
}

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const

function MoreMenu({ question, label }: { question: Question; label: string }) {
  const say = useSay(editorWords)
  const { duplicateQuestion } = useCopies()
  const { menu, leave } = useMenuFocus()
  const { language, definition } = useEditor()
  const [dialog, setDialog] = useState<'kind' | 'library' | null>(null)
  const close = () => setDialog(null)
  return (
    <>
      <Menu {...menu}>
        <Menu.Target>
          <ActionIcon aria-label={label}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCopy {...icon} />}
            onClick={leave(() => duplicateQuestion(question.id))}
          >
            {say('duplicateQuestion')}
          </Menu.Item>
          <MoveToPage question={question.id} leave={leave} />
          <Menu.Item leftSection={<IconReplace {...icon} />} onClick={() => setDialog('kind')}>
            {say('changeKind')}
          </Menu.Item>
          <Menu.Item leftSection={<IconBookmarkPlus {...icon} />} onClick={() => setDialog('library')}>
            {say('saveToLibrary')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {dialog === 'kind' && <ChangeKindDialog question={question} onClose={close} />}
        {dialog === 'library' && (
          <EntryNameDialog
            keep={question}
            name={textIn(question.text, language, definition.defaultLanguage).slice(0, 100)}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  )
}

interface MoveToPageProps {
  question: string
  leave: ReturnType<typeof useMenuFocus>['leave']
}

function MoveToPage({ question, leave }: MoveToPageProps) {
  const say = useSay(editorWords)
  const { language: screens } = useLanguage()
  const { definition, selection, session, select, announce } = useEditor()
  const here = selection.kind === 'question' ? selection.page.id : null
  function move(page: string, at: number, count: number) {
    session.edit({ op: 'move-question', question, page, index: count })
    announce(say('moved', { number: `${at + 1}.${count + 1}` }))
    select({ question }, 'canvas')
  }
  if (definition.pages.length < 2) return null
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconFileArrowRight {...icon} />}>{say('moveToPage')}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown className={styles.pages ?? ''}>
        {definition.pages.map((page, at) => (
          <Menu.Item
            key={page.id}
            disabled={page.id === here}
            onClick={leave(() => move(page.id, at, page.questions.length))}
          >
            {at + 1} {textIn(page.title, screens, definition.defaultLanguage) || say('untitled')}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}
