import { Button, Modal, Textarea } from '@mantine/core'
import type { PastedList } from '@sixfold/domain/survey/pasted-list'
import { languageName, ownName } from '@sixfold/ui/language-name'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { listWords } from '../../../words/list.ts'
import { useEditor } from '../editor-context.ts'
import type { PartActions } from '../use-parts.ts'
import styles from './paste-dialog.module.css'

interface PasteDialogProps {
  actions: PartActions
  /** Where the entries go in the list. */
  at: number
  onClose: () => void
}

/** A list pasted as options, with what will come of it beside it. */
export function PasteDialog({ actions, at, onClose }: PasteDialogProps) {
  const say = useSay(listWords)
  const sayCommon = useSay(commonWords)
  const { language: screens } = useLanguage()
  const { language } = useEditor()
  const [text, setText] = useState('')
  const list = actions.read(text)
  return (
    <Modal
      opened
      onClose={onClose}
      size={820}
      title={say('pasteTitle')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          actions.insert(list, { from: 0, index: at })
          onClose()
        }}
      >
        <div className={styles.sides}>
          <Textarea
            data-autofocus
            label={say('pasteLabel')}
            description={say('pasteHelp', { first: languageName(language, screens) })}
            lang={language}
            rows={12}
            value={text}
            onChange={event => setText(event.currentTarget.value)}
          />
          <section aria-label={say('preview')}>
            <h3 className={styles.title}>{say('preview')}</h3>
            {list.entries.length === 0 ? (
              <p className={styles.quiet}>{say('previewEmpty')}</p>
            ) : (
              <Entries list={list} />
            )}
            <Dropped list={list} text={text} />
          </section>
        </div>
        <div className={styles.actions}>
          <Button variant="subtle" onClick={onClose}>
            {sayCommon('cancel')}
          </Button>
          <Button type="submit" variant="filled" disabled={list.entries.length === 0}>
            {say('pasteDo', { n: list.entries.length })}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function Entries({ list: { entries, languages } }: { list: PastedList }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.entries}>
        {languages.length > 1 && (
          <thead>
            <tr>
              {languages.map(one => (
                <th key={one} scope="col">
                  {ownName(one)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {entries.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and only their words change
            <tr key={at}>
              {languages.map(one => (
                <td key={one} lang={one}>
                  {entry[one]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Dropped({ list: { dropped, blanks }, text }: { list: PastedList; text: string }) {
  const say = useSay(listWords)
  const empty = text.trim() === '' || blanks === 0
  if (dropped.length === 0 && empty) return null
  return (
    <div className={styles.dropped}>
      <h3 className={styles.title}>{say('droppedTitle')}</h3>
      <ul>
        {!empty && <li>{say('blanks', { n: blanks })}</li>}
        {dropped.map(({ line, text: words, reason }) => (
          <li key={line}>{say(reason, { line, text: words })}</li>
        ))}
      </ul>
    </div>
  )
}
