import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { UiLanguage } from '@sixfold/contract/words'
import type { ReactNode } from 'react'
import { asApiError, isServerFault } from '../api-error.ts'
import { currentLanguage } from '../chosen-language.ts'
import { errorText } from '../error-words.ts'
import { commonWords } from '../words/common.ts'
import { LampShape, type Tone } from './lamp.tsx'
import styles from './toast.module.css'

interface ToastAction {
  label: string
  run: () => void
}

function show(tone: Tone, message: string, action?: ToastAction): void {
  const id = crypto.randomUUID()
  const body: ReactNode = action ? (
    <span className={styles.row}>
      {message}
      <Button
        size="xs"
        variant="subtle"
        onClick={() => {
          notifications.hide(id)
          action.run()
        }}
      >
        {action.label}
      </Button>
    </span>
  ) : (
    message
  )
  notifications.show({
    id,
    message: body,
    icon: <LampShape tone={tone} size={12} />,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': commonWords(currentLanguage())('close') },
    // A failure stays until it was read; an undo stays long enough to be reached.
    autoClose: tone === 'problem' ? false : action ? 12_000 : 6000,
    role: tone === 'problem' ? 'alert' : 'status',
    classNames: { root: styles.root ?? '', icon: styles.icon ?? '', description: styles.text ?? '' },
  })
}

/** A short word about something whose place on the screen is gone or elsewhere. */
export const toast = {
  done: (message: string, action?: ToastAction) => show('good', message, action),
  attention: (message: string, action?: ToastAction) => show('attention', message, action),
  problem: (message: string, action?: ToastAction) => show('problem', message, action),
  /** A failed request whose own place is gone; where that place is still there, a `FailureNotice` belongs in it. */
  failed(error: unknown, language: UiLanguage) {
    const failure = asApiError(error)
    const text = errorText(failure, language)
    show(
      'problem',
      failure.requestId && isServerFault(failure)
        ? `${text} ${commonWords(language)('requestId', { id: failure.requestId })}`
        : text,
    )
  },
}
