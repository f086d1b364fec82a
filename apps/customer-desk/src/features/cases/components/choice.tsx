import { Button, Menu } from '@mantine/core'
import { Person } from '@sixfold/ui/parts/person'
import styles from './cases.module.css'

interface ChoiceProps {
  label: string
  choices: readonly { value: string; label: string; person?: boolean }[]
  current: string | null
  onChoose: (value: string) => void
}

/** A button that offers what may stand here instead. */
export function Choice({ label, choices, current, onChoose }: ChoiceProps) {
  return (
    <Menu position="bottom-start" width={260} withinPortal>
      <Menu.Target>
        <Button size="compact-xs" variant="subtle" className={styles.choice ?? ''}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu ?? ''}>
        {choices.map(({ value, label: name, person }) => (
          <Menu.Item
            key={value}
            disabled={value === current}
            leftSection={person ? <Person name={name} size={24} /> : undefined}
            onClick={() => onChoose(value)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
