import { Modal } from '@mantine/core'
import { Fragment, useEffect, useRef } from 'react'
import { commonWords } from '../words/common.ts'
import { shellWords } from '../words/shell.ts'
import { useSay } from './language.tsx'
import styles from './shortcuts.module.css'

export interface Shortcut {
  /** Keys pressed together, as printed on them: `['Alt', 'Up']`. */
  keys: readonly string[]
  does: string
}

const onMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** How Find anything is called on this keyboard. */
export function findKeys(): string {
  return onMac() ? '⌘ K' : 'Ctrl K'
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

/** Calls back when `?` is pressed outside of a field. */
export function useQuestionMark(onPress: () => void): void {
  const latest = useRef(onPress)
  latest.current = onPress
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

interface ShortcutsDialogProps {
  opened: boolean
  onClose: () => void
  shortcuts: readonly Shortcut[]
}

export function ShortcutsDialog({ opened, onClose, shortcuts }: ShortcutsDialogProps) {
  const say = useSay(shellWords)
  const sayCommon = useSay(commonWords)
  const everywhere: Shortcut[] = [
    { keys: [onMac() ? '⌘' : 'Ctrl', 'K'], does: say('shortcutFind') },
    { keys: ['?'], does: say('shortcutHelp') },
    { keys: ['Esc'], does: say('shortcutClose') },
  ]
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('shortcuts')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <dl className={styles.list}>
        {[...shortcuts, ...everywhere].map(shortcut => (
          <div key={shortcut.does}>
            <dt>{shortcut.does}</dt>
            <dd>
              {shortcut.keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && ' '}
                  <kbd>{key}</kbd>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
