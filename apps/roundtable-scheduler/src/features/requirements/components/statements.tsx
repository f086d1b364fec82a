import { Button, Checkbox, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Requirement } from '@sixfold/contract/requirements'
import { textIn } from '@sixfold/domain/local-text'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { requirementWords } from '../../../words/requirements.ts'
import { useAddSource, useAllowQuote, useOpenCase } from '../queries.ts'
import { ContactPicker } from './contact-picker.tsx'
import styles from './requirements.module.css'
import type { CustomerWords } from './words-fields.tsx'
import { WordsFields } from './words-fields.tsx'

/** Who said it, where and when, in their words. */
export function Statements({ requirement }: { requirement: Requirement }) {
  const say = useSay(requirementWords)
  const [adding, dialog] = useDisclosure(false)
  const { sources, statementsElsewhere, editable } = requirement
  return (
    <Sheet
      title={say('statements')}
      aside={
        editable && (
          <Button size="xs" variant="subtle" onClick={dialog.open}>
            {say('addStatement')}
          </Button>
        )
      }
    >
      <ul className={styles.list}>
        {sources.map(source => (
          <Statement key={source.key} requirement={requirement} source={source} />
        ))}
      </ul>
      {statementsElsewhere > 0 && (
        <p className={styles.quiet}>{say('elsewhere', { n: statementsElsewhere })}</p>
      )}
      <AddDialog requirement={requirement} opened={adding} onClose={dialog.close} />
    </Sheet>
  )
}

interface StatementProps {
  requirement: Requirement
  source: Requirement['sources'][number]
}

function Statement({ requirement: { id, editable }, source }: StatementProps) {
  const say = useSay(requirementWords)
  const { language } = useLanguage()
  const allow = useAllowQuote()
  const { contactName, accountName, kind, aboutId, aboutName, said, mayQuote, at, cameWith } = source
  const who = [contactName, accountName].filter(Boolean).join(', ') || say('nobodyNamed')
  const where = textIn(aboutName, language, 'en') || say(`kind.${kind}`)
  return (
    <li className={styles.statement}>
      {said !== '' && <p className={styles.said}>{said}</p>}
      <p className={styles.place}>
        <span>{who}</span>
        {kind === 'round_table' && aboutId !== null ? (
          <Link to="/events/$id/minutes" params={{ id: aboutId }}>
            {where}
          </Link>
        ) : (
          <span>{where}</span>
        )}
        <span>{formatInstant(at, language, { show: 'date' })}</span>
        {cameWith !== null && <span>{say('cameWith', { receipt: cameWith })}</span>}
        {said !== '' &&
          (editable ? (
            <Checkbox
              size="xs"
              label={say('quoteYes')}
              aria-label={say('allowQuote', { name: who })}
              checked={mayQuote}
              disabled={allow.isPending}
              onChange={event =>
                allow.mutate(
                  { id, key: source.key, mayQuote: event.currentTarget.checked },
                  { onError: error => toast.failed(error, language) },
                )
              }
            />
          ) : (
            <span>{say(mayQuote ? 'quoteYes' : 'quoteNo')}</span>
          ))}
        {editable && kind === 'round_table' && source.accountId !== null && (
          <CaseStep id={id} sourceKey={source.key} who={who} />
        )}
      </p>
    </li>
  )
}

/** What goes wrong for a customer becomes a case, in one step; then the way to it stands here. */
function CaseStep({ id, sourceKey, who }: { id: string; sourceKey: string; who: string }) {
  const say = useSay(requirementWords)
  const { language } = useLanguage()
  const open = useOpenCase()
  if (open.data)
    return <a href={`/desk/cases/${open.data.id}`}>{say('caseOpened', { receipt: open.data.receipt })}</a>
  return (
    <Button
      size="xs"
      variant="subtle"
      loading={open.isPending}
      aria-label={`${say('openCase')}: ${who}`}
      onClick={() => open.mutate({ id, key: sourceKey }, { onError: error => toast.failed(error, language) })}
    >
      {say('openCase')}
    </Button>
  )
}

function AddDialog({
  requirement,
  opened,
  onClose,
}: {
  requirement: Requirement
  opened: boolean
  onClose: () => void
}) {
  const say = useSay(requirementWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('addStatement')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <AddForm requirement={requirement} onClose={onClose} />
    </Modal>
  )
}

function AddForm({ requirement, onClose }: { requirement: Requirement; onClose: () => void }) {
  const say = useSay(requirementWords)
  const sayCommon = useSay(commonWords)
  const add = useAddSource()
  const [contactId, setContactId] = useState<string | null>(null)
  const [words, setWords] = useState<CustomerWords>({ said: '', mayQuote: false })
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (contactId === null || add.isPending) return
        add.mutate(
          {
            id: requirement.id,
            source: { kind: 'hand', contactId, ...words },
          },
          {
            onSuccess() {
              toast.done(say('addStatementDone'))
              onClose()
            },
          },
        )
      }}
    >
      {add.isError && <FailureNotice error={add.error} />}
      <ContactPicker contactId={contactId} regionId={undefined} onChange={setContactId} />
      <WordsFields words={words} onChange={setWords} />
      <div className={styles.end}>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        <Button type="submit" variant="filled" disabled={contactId === null} loading={add.isPending}>
          {say('save')}
        </Button>
      </div>
    </form>
  )
}
