import { Button } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { recordWords } from '../../../words/record.ts'
import styles from './record.module.css'

export interface ClashNoticeProps {
  lines: readonly { field: string; theirs: string; mine: string }[]
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Two people changed the same fields: what each wrote, and which is to stand. */
export function ClashNotice({ lines, onKeepMine, onTakeTheirs }: ClashNoticeProps) {
  const say = useSay(recordWords)
  return (
    <div className={styles.clash} role="alert">
      <h3>{say('clashTitle')}</h3>
      <p>{say('clashText')}</p>
      <ul>
        {lines.map(line => (
          <li key={line.field}>{say('clashLine', line)}</li>
        ))}
      </ul>
      <Button.Group>
        <Button size="xs" onClick={onKeepMine}>
          {say('keepMine')}
        </Button>
        <Button size="xs" onClick={onTakeTheirs}>
          {say('takeTheirs')}
        </Button>
      </Button.Group>
    </div>
  )
}
