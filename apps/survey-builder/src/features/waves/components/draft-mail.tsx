import { SegmentedControl } from '@mantine/core'
import { formatNumber } from '@sixfold/ui/format'
import { languageName } from '@sixfold/ui/language-name'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { draftWords } from '../../../words/drafts.ts'
import { mailQuery } from '../queries.ts'
import styles from './waves.module.css'

interface DraftMailProps {
  waveId: string
  /** In which people will be written to. */
  languages: readonly { language: string; count: number }[]
}

/** The invitation as it arrives, in each language that somebody gets it in. */
export function DraftMail({ waveId, languages }: DraftMailProps) {
  const say = useSay(draftWords)
  const { language: screens } = useLanguage()
  const [chosen, setChosen] = useState<string | null>(null)
  const language = chosen ?? languages[0]?.language ?? screens
  const mail = useQuery({ ...mailQuery(waveId, language), placeholderData: keepPreviousData })
  return (
    <Sheet
      title={say('mail')}
      aside={
        languages.length > 1 && (
          <SegmentedControl
            aria-label={say('mailLanguage')}
            size="xs"
            value={language}
            data={languages.map(one => ({
              value: one.language,
              label: say('mailPeople', {
                language: languageName(one.language, screens),
                n: formatNumber(one.count, screens),
              }),
            }))}
            onChange={setChosen}
          />
        )
      }
    >
      <QueryStates query={mail}>
        {({ subject, text }) => (
          <article lang={language} className={styles.letter}>
            <h3>{subject}</h3>
            {text
              .split('\n')
              .filter(Boolean)
              .map(line => (
                <p key={line}>{line}</p>
              ))}
          </article>
        )}
      </QueryStates>
    </Sheet>
  )
}
