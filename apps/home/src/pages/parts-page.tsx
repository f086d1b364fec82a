import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { Shell } from '@sixfold/ui/parts/shell'
import { shellWords } from '@sixfold/ui/words/shell'
import { ActionParts, DialogParts, TabParts } from '../features/parts/components/action-parts.tsx'
import { FieldParts } from '../features/parts/components/field-parts.tsx'
import {
  ColourParts,
  FactorParts,
  MeaningParts,
  TypeParts,
} from '../features/parts/components/look-parts.tsx'
import { NumberParts, RatingParts } from '../features/parts/components/number-parts.tsx'
import styles from '../features/parts/components/parts.module.css'
import { StateParts, WorkParts } from '../features/parts/components/state-parts.tsx'
import { partsPageWords } from '../words/parts-page.ts'

/** `/parts`: all shared parts in all states, with invented contents. Needs nobody signed in and no data. */
export function PartsPage() {
  const say = useSay(partsPageWords)
  return (
    <Shell app="home" tabs={[]}>
      <PageHeader title={say('title')} lead={say('lead')} actions={<LookSwitches />} />
      <div className={styles.parts}>
        <ActionParts />
        <MeaningParts />
        <div className={styles.wide}>
          <NumberParts />
        </div>
        <RatingParts />
        <FieldParts />
        <div className={styles.wide}>
          <StateParts />
        </div>
        <WorkParts />
        <TypeParts />
        <FactorParts />
        <TabParts />
        <DialogParts />
        <div className={styles.wide}>
          <ColourParts />
        </div>
      </div>
    </Shell>
  )
}

function LookSwitches() {
  const say = useSay(shellWords)
  const { language, setLanguage } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <SegmentedControl
        aria-label={say('language')}
        value={language}
        onChange={next => setLanguage(next === 'vi' ? 'vi' : 'en')}
        data={[
          { value: 'en', label: 'English' },
          { value: 'vi', label: 'Tiếng Việt' },
        ]}
      />
      <SegmentedControl
        aria-label={say('look')}
        value={colorScheme}
        onChange={next => setColorScheme(next === 'light' || next === 'dark' ? next : 'auto')}
        data={[
          { value: 'light', label: say('light') },
          { value: 'dark', label: say('dark') },
          { value: 'auto', label: say('auto') },
        ]}
      />
    </>
  )
}
