import { Select } from '@mantine/core'
import { matchesSearch } from '@sixfold/domain/text/fold'
import { useState } from 'react'
import { knownLanguages, languageTag } from '../known-languages.ts'
import { languageName, ownName } from '../language-name.ts'
import { partWords } from '../words/parts.ts'
import { useLanguage, useSay } from './language.tsx'

export interface LanguagePickerProps {
  label: string
  /** Languages that are there already. */
  taken: readonly string[]
  onPick: (language: string) => void
}

/** Takes a language more: by its name in either tongue, or by its tag. */
export function LanguagePicker({ label, taken, onPick }: LanguagePickerProps) {
  const say = useSay(partWords)
  const { language: screens } = useLanguage()
  const [search, setSearch] = useState('')
  const typed = languageTag(search)
  const tags = [...new Set([...knownLanguages, ...(typed ? [typed] : [])])]
  const options = tags
    .filter(tag => !taken.includes(tag))
    .map(tag => ({ value: tag, label: labelOf(tag, languageName(tag, screens)) }))
    .sort((a, b) => a.label.localeCompare(b.label, screens))
  return (
    <Select
      aria-label={label}
      placeholder={label}
      data={options}
      value={null}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options: all, search: sought }) =>
        all.filter(
          one =>
            'value' in one &&
            (matchesSearch(`${one.label} ${one.value}`, sought) || one.value === languageTag(sought)),
        )
      }
      nothingFoundMessage={say('noSuchLanguage')}
      onChange={tag => {
        if (tag !== null) onPick(tag)
        setSearch('')
      }}
    />
  )
}

function labelOf(tag: string, name: string): string {
  const own = ownName(tag)
  return own.toLocaleLowerCase() === name.toLocaleLowerCase() ? own : `${capital(name)} · ${own}`
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
