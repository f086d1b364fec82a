import { ActionIcon, Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { CommentTag } from '@sixfold/contract/comments'
import { asApiError } from '@sixfold/ui/api-error'
import { formatNumber } from '@sixfold/ui/format'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { commonWords } from '@sixfold/ui/words/common'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { commentWords } from '../../../words/comments.ts'
import { tagsQuery, tryRuleQuery, useTagChanges } from '../queries.ts'
import { CommentText } from './comment-text.tsx'
import styles from './comments.module.css'

interface TagRulesProps {
  opened: boolean
  onClose: () => void
  waveId: string
  region: string | undefined
}

/** All tags with their rules; a rule is tried on this wave while it is written. */
export function TagRules({ opened, onClose, waveId, region }: TagRulesProps) {
  const say = useSay(commentWords)
  const sayCommon = useSay(commonWords)
  const tags = useQuery({ ...tagsQuery(), enabled: opened })
  const { remove } = useTagChanges()
  const [editing, setEditing] = useState<CommentTag | 'new' | null>(null)
  const [removing, setRemoving] = useState<CommentTag | null>(null)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={say('manage')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <p className={styles.note}>{say('manageHelp')}</p>
      <QueryStates query={tags}>
        {({ items }) => (
          <ul className={styles.rules}>
            {items.map(tag => (
              <li key={tag.id}>
                {typeof editing === 'object' && editing?.id === tag.id ? (
                  <RuleForm tag={tag} waveId={waveId} region={region} onDone={() => setEditing(null)} />
                ) : (
                  <div className={styles.rule}>
                    <span>
                      <strong>{tag.name}</strong>
                      <span className={styles.phrases}>{tag.rule || say('byHandOnly')}</span>
                    </span>
                    <ActionIcon
                      variant="subtle"
                      aria-label={say('edit', { name: tag.name })}
                      onClick={() => setEditing(tag)}
                    >
                      <IconPencil size={16} stroke={1.5} aria-hidden="true" />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      aria-label={say('remove', { name: tag.name })}
                      onClick={() => setRemoving(tag)}
                    >
                      <IconTrash size={16} stroke={1.5} aria-hidden="true" />
                    </ActionIcon>
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryStates>
      {editing === 'new' ? (
        <RuleForm tag={null} waveId={waveId} region={region} onDone={() => setEditing(null)} />
      ) : (
        <Button
          leftSection={<IconPlus size={16} stroke={1.5} aria-hidden="true" />}
          onClick={() => setEditing('new')}
        >
          {say('newTag')}
        </Button>
      )}
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={say('removeTitle', { name: removing?.name ?? '' })}
        confirmLabel={say('removeIt')}
        onConfirm={() =>
          removing && remove.mutate({ tagId: removing.id }, { onSuccess: () => setRemoving(null) })
        }
        busy={remove.isPending}
        error={remove.error}
        destructive
      >
        {say('removeText')}
      </ConfirmDialog>
    </Modal>
  )
}

interface RuleFormProps {
  tag: CommentTag | null
  waveId: string
  region: string | undefined
  onDone: () => void
}

function RuleForm({ tag, waveId, region, onDone }: RuleFormProps) {
  const say = useSay(commentWords)
  const sayCommon = useSay(commonWords)
  const { add, change } = useTagChanges()
  const [name, setName] = useState(tag?.name ?? '')
  const [rule, setRule] = useState(tag?.rule ?? '')
  const saving = tag ? change : add
  const isTaken = saving.error && asApiError(saving.error)?.code === 'already_exists'
  function save() {
    const written = { name: name.trim(), rule: rule.trim() }
    if (tag)
      change.mutate({ tagId: tag.id, revision: tag.revision, ...written }, { onSuccess: () => onDone() })
    else add.mutate(written, { onSuccess: () => onDone() })
  }
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      <TextInput
        label={say('name')}
        required
        withAsterisk={false}
        maxLength={60}
        data-autofocus
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        error={isTaken ? say('taken') : undefined}
      />
      <Textarea
        label={say('rule')}
        placeholder={say('ruleHint')}
        maxLength={1000}
        autosize
        value={rule}
        onChange={event => setRule(event.currentTarget.value)}
      />
      <RulePreview rule={rule} waveId={waveId} region={region} />
      {saving.error && !isTaken && <FailureNotice error={saving.error} />}
      <div className={styles.actions}>
        <Button onClick={onDone}>{sayCommon('cancel')}</Button>
        <Button type="submit" variant="filled" loading={saving.isPending} disabled={name.trim() === ''}>
          {tag ? sayCommon('save') : say('add')}
        </Button>
      </div>
    </form>
  )
}

const TYPED_MS = 300

function RulePreview({ rule, waveId, region }: Pick<RuleFormProps, 'waveId' | 'region'> & { rule: string }) {
  const say = useSay(commentWords)
  const { language } = useLanguage()
  const [settled] = useDebouncedValue(rule.trim(), TYPED_MS)
  const tried = useQuery({
    ...tryRuleQuery(waveId, region, settled),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  })
  if (settled === '' || !tried.data) return null
  const { found, examples } = tried.data
  return (
    <div className={styles.preview} role="status">
      <p>
        {say('preview', {
          n: found.count,
          count: formatNumber(found.count, language),
          more: found.more ? 'yes' : 'no',
        })}
      </p>
      {examples.map(comment => (
        <CommentText key={comment.id} comment={comment} />
      ))}
    </div>
  )
}
