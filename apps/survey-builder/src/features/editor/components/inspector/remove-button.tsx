import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import styles from '../inspector.module.css'

export function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      className={styles.remove ?? ''}
      variant="subtle"
      color="problem"
      leftSection={<IconTrash size={15} stroke={1.5} aria-hidden="true" />}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}
