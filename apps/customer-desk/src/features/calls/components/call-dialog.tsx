import { Modal } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import type { ReactNode } from 'react'

export interface CallDialogProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A question that one outcome asks; closing it leaves the call as it is. */
export function CallDialog({ title, onClose, children }: CallDialogProps) {
  const sayCommon = useSay(commonWords)
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': sayCommon('close') }}>
      {children}
    </Modal>
  )
}
