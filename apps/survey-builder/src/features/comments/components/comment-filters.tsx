import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import type { CommentPage } from '@sixfold/contract/comments'
import { textIn } from '@sixfold/domain/local-text'
import { formatNumber } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { IconSearch, IconTags } from '@tabler/icons-react'
import { useState } from 'react'
import { commentWords } from '../../../words/comments.ts'
import type { CommentFilter } from '../queries.ts'
import styles from './comments.module.css'

const TYPED_MS = 300

interface FiltersProps {
  page: CommentPage
  filter: CommentFilter
  onFilter: (change: CommentFilter) => void
  onManage: (() => void) | undefined
}

/** Words, factor, question, consent, and the tags with how many carry each. */
export function CommentFilters({ page, filter, onFilter, onManage }: FiltersProps) {
  const say = useSay(commentWords)
  const { language } = useLanguage()
  const counted = ({ count, more }: { count: number; more: boolean }) =>
    more ? say('atMost', { count: formatNumber(count, language) }) : formatNumber(count, language)
  return (
    <div className={styles.side}>
      <Words key={filter.words === undefined ? 'none' : 'some'} filter={filter} onFilter={onFilter} />
      {page.factors.length > 0 && (
        <Select
          label={say('factor')}
          placeholder={say('everyFactor')}
          clearable
          data={page.factors.map(({ key, name }) => ({ value: key, label: textIn(name, language, 'en') }))}
          value={filter.factor ?? null}
          onChange={value => onFilter({ factor: value ?? undefined })}
        />
      )}
      {page.questions.length > 1 && (
        <Select
          label={say('question')}
          placeholder={say('everyQuestion')}
          clearable
          data={page.questions.map(({ id, text }) => ({ value: id, label: textIn(text, language, 'en') }))}
          value={filter.question ?? null}
          onChange={value => onFilter({ question: value ?? undefined })}
        />
      )}
      {page.asksConsent && (
        <Switch
          label={say('quotableOnly')}
          checked={filter.quotable === 'yes'}
          onChange={event => onFilter({ quotable: event.currentTarget.checked ? 'yes' : undefined })}
        />
      )}
      <fieldset className={styles.tags}>
        <legend>{say('tags')}</legend>
        {page.tags.length === 0 && <p className={styles.note}>{say('noTags')}</p>}
        {page.tags.map(tag => (
          <button
            key={tag.id}
            type="button"
            className={styles.tag}
            aria-pressed={filter.tag === tag.id}
            onClick={() => onFilter({ tag: filter.tag === tag.id ? undefined : tag.id })}
          >
            <span>{tag.name}</span>
            <span className={styles.count}>{counted(tag)}</span>
          </button>
        ))}
        {onManage && (
          <Button
            size="xs"
            leftSection={<IconTags size={16} stroke={1.5} aria-hidden="true" />}
            onClick={onManage}
          >
            {say('manage')}
          </Button>
        )}
      </fieldset>
    </div>
  )
}

function Words({ filter, onFilter }: Pick<FiltersProps, 'filter' | 'onFilter'>) {
  const say = useSay(commentWords)
  const [typed, setTyped] = useState(filter.words ?? '')
  const find = useDebouncedCallback((words: string) => onFilter({ words: words || undefined }), TYPED_MS)
  return (
    <TextInput
      type="search"
      label={say('search')}
      placeholder={say('searchHint')}
      maxLength={200}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
      value={typed}
      onChange={event => {
        setTyped(event.currentTarget.value)
        find(event.currentTarget.value.trim())
      }}
    />
  )
}
