import { Button, CopyButton, Modal, Textarea, TextInput } from '@mantine/core'
import type { UiLanguage } from '@sixfold/contract/words'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { openLinkWords } from '../../../words/open-links.ts'
import { qrPng, qrSvg, saveAs } from '../qr.ts'
import styles from './open-links.module.css'

/** What is known of a new link for as long as its page is open, and never again. */
export interface MadeLink {
  address: string
  purpose: string
  isFramed: boolean
}

interface MadeDialogProps {
  made: MadeLink
  language: UiLanguage
  onClose: () => void
}

/** The address and the code of a new link: to copy, to download, to print. */
export function MadeDialog({ made: { address, purpose, isFramed }, language, onClose }: MadeDialogProps) {
  const say = useSay(openLinkWords)
  const sayCommon = useSay(commonWords)
  const svg = qrSvg(address)
  const name = `qr-${purpose.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}`
  const savePng = () =>
    qrPng(address).then(
      blob => saveAs(`${name}.png`, blob),
      (error: unknown) => toast.failed(error, language),
    )
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      // The address is shown once: it goes with a button only.
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={say('madeTitle')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <p className={styles.lead}>{say('madeText')}</p>
      <div className={styles.made}>
        <img
          className={styles.code}
          alt={say('qr', { purpose })}
          src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        />
        <p className={styles.scan}>{say('scan')}</p>
        <p className={styles.printed}>{address}</p>
        <div className={styles.side}>
          <Copied label={say('address')} text={address} />
          <div className={styles.buttons}>
            <Button onClick={() => saveAs(`${name}.svg`, new Blob([svg], { type: 'image/svg+xml' }))}>
              {say('svg')}
            </Button>
            <Button onClick={() => void savePng()}>{say('png')}</Button>
            <Button onClick={() => window.print()}>{say('print')}</Button>
          </div>
        </div>
        {isFramed && (
          <div className={styles.snippet}>
            <Copied
              label={say('snippet')}
              help={say('snippetHelp')}
              text={snippetOf(address, say('frameTitle'))}
              several
            />
          </div>
        )}
      </div>
      <div className={styles.foot}>
        <Button variant="filled" onClick={onClose}>
          {say('done')}
        </Button>
      </div>
    </Modal>
  )
}

interface CopiedProps {
  label: string
  help?: string
  text: string
  several?: boolean
}

function Copied({ label, help, text, several = false }: CopiedProps) {
  const say = useSay(openLinkWords)
  const field = { label, description: help, value: text, readOnly: true }
  return (
    <div className={styles.copy}>
      {several ? <Textarea {...field} autosize minRows={2} /> : <TextInput {...field} />}
      <CopyButton value={text}>
        {({ copied, copy }) => <Button onClick={copy}>{say(copied ? 'copied' : 'copy')}</Button>}
      </CopyButton>
    </div>
  )
}

/** `title` is read aloud to visitors; what the link is for is the house's own note. */
function snippetOf(address: string, title: string): string {
  return `<iframe src="${address}?embed=1" title="${title}" width="100%" height="720" style="border:0" loading="lazy"></iframe>`
}
