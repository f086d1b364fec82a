import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { LibraryEntry } from '@sixfold/contract/question-library'
import { textIn } from '@sixfold/domain/local-text'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { kindNames } from '../../../../words/kinds.ts'
import { paletteWords } from '../../../../words/palette.ts'
import { useEditorActions } from '../../editor-context.ts'
import { useLibrary } from '../../library-queries.ts'
import { ChoiceList } from './choice-list.tsx'
import { LibraryDetail } from './library-detail.tsx'
import styles from './palette.module.css'

/** The house's questions and those that come with Sixfold; at the right the one that is looked at. */
export function LibraryList({ onChoose }: { onChoose: (entry: LibraryEntry) => void }) {
  const say = useSay(paletteWords)
  const sayCommon = useSay(commonWords)
  const [search, setSearch] = useState('')
  const [sought] = useDebouncedValue(search.trim(), 200)
  const [looked, setLooked] = useState<string | null>(null)
  const library = useLibrary(sought)
  return (
    <QueryStates query={library}>
      {({ pages }) => {
        const entries = pages.flatMap(({ items }) => items)
        const active = entries.find(({ id }) => id === looked) ?? entries[0]
        const lines = (origin: LibraryEntry['origin']) =>
          entries
            .filter(entry => entry.origin === origin)
            .map(entry => ({ id: entry.id, content: <EntryLine entry={entry} /> }))
        return (
          <div className={styles.sides}>
            <ChoiceList
              look="lines"
              label={say('findEntry')}
              placeholder={say('findEntry')}
              search={search}
              onSearch={words => {
                setSearch(words)
                setLooked(null)
              }}
              active={active?.id ?? null}
              onActive={setLooked}
              onChoose={id => {
                const entry = entries.find(one => one.id === id)
                if (entry) onChoose(entry)
              }}
              empty={say('libraryEmpty', { search: sought })}
              groups={[
                { id: 'own', label: say('own'), items: lines('own') },
                { id: 'starter', label: say('starter'), items: lines('starter') },
              ]}
            />
            {active && <LibraryDetail key={active.id} entry={active} onAdd={() => onChoose(active)} />}
            {library.hasNextPage && (
              <Button className={styles.more ?? ''} onClick={() => void library.fetchNextPage()}>
                {sayCommon('more')}
              </Button>
            )}
          </div>
        )
      }}
    </QueryStates>
  )
}

function EntryLine({ entry: { name, question } }: { entry: LibraryEntry }) {
  const sayKind = useSay(kindNames)
  const { language: screens } = useLanguage()
  const { now } = useEditorActions()
  return (
    <span className={styles.entry}>
      <span className={styles.name}>{name}</span>
      <span className={styles.entryKind}>{sayKind(question.kind)}</span>
      <span className={styles.entryText}>{textIn(question.text, now().language, screens)}</span>
    </span>
  )
}
