import { Button, CopyButton, Modal, TextInput } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import { connectionWords } from '../../../words/connections.ts'
import styles from './connections.module.css'

/** Shows a key or a signing secret this once. */
export function SecretDialog({
  secret,
  kind,
  onClose,
}: {
  secret: string | undefined
  kind: 'key' | 'secret'
  onClose: () => void
}) {
  const say = useSay(connectionWords)
  const sayCommon = useSay(commonWords)
  const title = say(kind === 'key' ? 'keyShown' : 'secretShown')
  return (
    <Modal
      opened={secret !== undefined}
      onClose={onClose}
      closeOnClickOutside={false}
      title={title}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <div className={styles.stack}>
        <p>{say(kind === 'key' ? 'keyShownText' : 'secretShownText')}</p>
        <TextInput
          aria-label={title}
          readOnly
          value={secret ?? ''}
          classNames={{ input: styles.secret ?? '' }}
          onFocus={event => event.currentTarget.select()}
        />
        <div className={styles.actions}>
          <CopyButton value={secret ?? ''}>
            {({ copied, copy }) => (
              <Button variant="filled" onClick={copy}>
                {say(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{say('done')}</Button>
        </div>
      </div>
    </Modal>
  )
}
