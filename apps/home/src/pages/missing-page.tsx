import { Button } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import styles from '../features/entrance/components/doorway.module.css'
import { Doorway } from '../features/entrance/components/doorway.tsx'

/** An address that leads nowhere, for anybody. */
export function MissingPage() {
  const say = useSay(commonWords)
  return (
    <Doorway title={say('notFoundTitle')} lead={say('notFound')}>
      <div className={styles.foot}>
        <Button component="a" href="/">
          {say('openHome')}
        </Button>
      </div>
    </Doorway>
  )
}
