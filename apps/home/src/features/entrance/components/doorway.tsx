import { SegmentedControl } from '@mantine/core'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Mark } from '@sixfold/ui/parts/mark'
import { shellWords } from '@sixfold/ui/words/shell'
import type { ReactNode } from 'react'
import styles from './doorway.module.css'

/** The page of who is not signed in: the mark, one sheet, the language. */
export function Doorway({
  title,
  lead,
  children,
}: {
  title: string
  lead?: ReactNode
  children?: ReactNode
}) {
  const { language, setLanguage } = useLanguage()
  const say = useSay(shellWords)
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <span className={styles.mark}>
          <Mark />
          Sixfold
        </span>
        <SegmentedControl
          aria-label={say('language')}
          value={language}
          onChange={next => setLanguage(next === 'vi' ? 'vi' : 'en')}
          data={[
            { value: 'en', label: <span lang="en">English</span> },
            { value: 'vi', label: <span lang="vi">Tiếng Việt</span> },
          ]}
        />
      </header>
      <main className={styles.main} id="main">
        <title>{`${title} · Sixfold`}</title>
        <div className={styles.sheet}>
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
          {children}
        </div>
      </main>
    </div>
  )
}
