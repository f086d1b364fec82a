import { Button } from '@mantine/core'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { duplicateWords } from '../../../words/duplicates.ts'
import { useSearchDuplicates } from '../queries.ts'
import styles from './duplicates.module.css'

/** When was looked last, and the way to look again. */
export function SearchNote({ search }: { search: { running: boolean; finishedAt: string | null } }) {
  const say = useSay(duplicateWords)
  const { language } = useLanguage()
  const again = useSearchDuplicates()
  const { running, finishedAt } = search
  return (
    <div className={styles.search}>
      <span className={styles.searched} aria-live="polite">
        {running
          ? say('searching')
          : finishedAt === null
            ? say('neverSearched')
            : say('searchedAt', { time: formatInstant(finishedAt, language) })}
      </span>
      <Button
        loading={again.isPending || running}
        onClick={() => again.mutate({}, { onError: error => toast.failed(error, language) })}
      >
        {say('searchNow')}
      </Button>
    </div>
  )
}
