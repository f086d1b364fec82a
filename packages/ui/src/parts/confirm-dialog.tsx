import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { commonWords } from '../words/common.ts'
import styles from './confirm-dialog.module.css'
import { FailureNotice } from './failure-notice.tsx'
import { useSay } from './language.tsx'

export interface ConfirmDialogProps {
  opened: boolean
  onClose: () => void
  /** A question that names the object: `Withdraw the invitation of ha@example.com?` */
  title: string
  /** What follows from it. */
  children: ReactNode
  /** What happens: `Withdraw the invitation`, never "OK". */
  confirmLabel: string
  onConfirm: () => void
  busy?: boolean
  error?: unknown
  /** For what cannot be undone. */
  destructive?: boolean
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    onClose,
    title,
    children,
    confirmLabel,
    onConfirm,
    busy = false,
    error,
    destructive = false,
  } = props
  const say = useSay(commonWords)
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': say('close') }}>
      <div className={styles.text}>{children}</div>
      {error != null && (
        <div className={styles.error}>
          <FailureNotice error={error} />
        </div>
      )}
      <div className={styles.actions}>
        <Button onClick={onClose}>{say('cancel')}</Button>
        <Button
          variant="filled"
          color={destructive ? 'problem' : 'accent'}
          loading={busy}
          onClick={onConfirm}
        >
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  )
}
