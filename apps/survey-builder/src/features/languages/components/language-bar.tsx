import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { languageName, ownName } from '@sixfold/ui/language-name'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { LanguagePicker } from '@sixfold/ui/parts/language-picker'
import { IconArrowDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { languageWords } from '../../../words/languages.ts'
import type { TextState } from '../text-rows.ts'
import styles from './languages.module.css'

interface LanguageBarProps {
  /** The languages beside the default one. */
  languages: readonly string[]
  /** All languages of the survey. */
  taken: readonly string[]
  language: string
  counts: Record<TextState, number>
  show: 'all' | 'gaps'
  search: string
  readOnly: boolean
  onLanguage: (language: string) => void
  onAdd: (language: string) => void
  onShow: (show: 'all' | 'gaps') => void
  onSearch: (search: string) => void
  onNext: () => void
  /** What else can be done, at the end. */
  children: ReactNode
}

/** Which language, how much of it is owed, and the way to the next gap. */
export function LanguageBar(props: LanguageBarProps) {
  const { languages, taken, language, counts, show, search, readOnly, children } = props
  const say = useSay(languageWords)
  const { language: screens } = useLanguage()
  const owed = counts.gap + counts.behind
  return (
    <div className={styles.bar}>
      <Select
        label={say('translateTo')}
        data={languages.map(one => ({
          value: one,
          label: screens === one ? ownName(one) : `${ownName(one)} · ${languageName(one, screens)}`,
        }))}
        value={language}
        allowDeselect={false}
        onChange={value => value && props.onLanguage(value)}
      />
      {!readOnly && <LanguagePicker label={say('addLanguage')} taken={taken} onPick={props.onAdd} />}
      <SegmentedControl
        aria-label={say('show')}
        value={show}
        onChange={value => props.onShow(value === 'gaps' ? 'gaps' : 'all')}
        data={[
          { value: 'all', label: say('all') },
          { value: 'gaps', label: say('onlyGaps') },
        ]}
      />
      <TextInput
        type="search"
        className={styles.search ?? ''}
        aria-label={say('search')}
        placeholder={say('search')}
        value={search}
        onChange={event => props.onSearch(event.currentTarget.value)}
      />
      <div className={styles.state} role="status">
        <Lamp tone={counts.gap > 0 ? 'attention' : 'good'}>{say('gaps', { n: counts.gap })}</Lamp>
        {counts.behind > 0 && <Lamp tone="attention">{say('behind', { n: counts.behind })}</Lamp>}
      </div>
      {owed > 0 && (
        <Button
          leftSection={<IconArrowDown size={16} stroke={1.5} aria-hidden="true" />}
          onClick={props.onNext}
        >
          {say('nextGap')}
        </Button>
      )}
      <div className={styles.end}>{children}</div>
    </div>
  )
}
