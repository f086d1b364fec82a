import { ActionIcon, Menu } from '@mantine/core'
import type { Page } from '@sixfold/domain/survey/definition'
import { useSay } from '@sixfold/ui/parts/language'
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconTrash } from '@tabler/icons-react'
import { editorWords } from '../../../words/editor.ts'
import { useEditor } from '../editor-context.ts'
import { useCopies } from '../use-copies.ts'
import { useRemoval } from '../use-removal.ts'
import styles from './canvas.module.css'
import { useMenuFocus } from './use-menu-focus.ts'

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const

/** What can be done with a page, beside its title. */
export function PageMenu({ page, number }: { page: Page; number: number }) {
  const say = useSay(editorWords)
  const { definition, session, announce } = useEditor()
  const { duplicatePage } = useCopies()
  const { menu, leave } = useMenuFocus()
  const remove = useRemoval()
  function move(by: -1 | 1) {
    session.edit({ op: 'move-page', page: page.id, index: number - 1 + by })
    announce(say('movedPage', { number: number + by }))
  }
  return (
    <Menu {...menu}>
      <Menu.Target>
        <ActionIcon
          className={styles.pageMenu ?? ''}
          aria-label={`${say('pageHeading', { number })}: ${say('more')}`}
        >
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowUp {...icon} />} disabled={number === 1} onClick={() => move(-1)}>
          {say('moveUp')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown {...icon} />}
          disabled={number === definition.pages.length}
          onClick={() => move(1)}
        >
          {say('moveDown')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={leave(() => duplicatePage(page.id))}>
          {say('duplicatePage')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="problem" leftSection={<IconTrash {...icon} />} onClick={() => remove.page(page.id)}>
          {say('removePage')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
