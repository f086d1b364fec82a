import { Loader } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { partWords } from '../words/parts.ts'
import { LampShape } from './lamp.tsx'
import { useSay } from './language.tsx'
import styles from './save-state.module.css'

export type SaveProgress = 'saved' | 'unsaved' | 'saving' | 'offline' | 'failed'

/** Whether what was written is kept. `at`: when, ready to read. */
export function SaveState({ state, at }: { state: SaveProgress; at?: string }) {
  const say = useSay(partWords)
  const text = {
    saved: at ? say('savedAt', { time: at }) : say('saved'),
    unsaved: say('unsaved'),
    saving: say('saving'),
    offline: say('offline'),
    failed: say('saveFailed'),
  }[state]
  return (
    <span className={styles.state} data-state={state} role="status">
      {state === 'saved' && <IconCheck size={15} stroke={1.6} aria-hidden="true" />}
      {state === 'saving' && <Loader size={12} color="var(--text-3)" aria-hidden="true" />}
      {state === 'unsaved' && <LampShape tone="none" />}
      {state === 'offline' && <LampShape tone="attention" />}
      {state === 'failed' && <LampShape tone="problem" />}
      {text}
    </span>
  )
}
