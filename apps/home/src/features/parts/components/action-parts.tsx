import { ActionIcon, Button, SegmentedControl, Tabs } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { IconArrowBackUp, IconDeviceMobile } from '@tabler/icons-react'
import { partsPageWords } from '../../../words/parts-page.ts'
import styles from './parts.module.css'

export function ActionParts() {
  const say = useSay(partsPageWords)
  const sayCommon = useSay(commonWords)
  return (
    <Sheet title={say('actions')}>
      <div className={styles.stack}>
        <div className={styles.row}>
          <Button variant="filled">{say('launch')}</Button>
          <Button leftSection={<IconDeviceMobile size={16} stroke={1.5} aria-hidden="true" />}>
            {say('preview')}
          </Button>
          <Button variant="subtle">{say('quiet')}</Button>
          <Button variant="filled" color="problem">
            {say('discard')}
          </Button>
        </div>
        <div className={styles.row}>
          <Button size="xs">{say('preview')}</Button>
          <Button variant="filled" loading>
            {say('busy')}
          </Button>
          <Button disabled>{say('unavailable')}</Button>
          <ActionIcon aria-label={sayCommon('undo')}>
            <IconArrowBackUp size={18} stroke={1.5} aria-hidden="true" />
          </ActionIcon>
        </div>
        <p>
          <kbd>Ctrl K</kbd> {say('keysText')} <kbd>?</kbd> {say('keysMore')}
        </p>
      </div>
    </Sheet>
  )
}

export function TabParts() {
  const say = useSay(partsPageWords)
  return (
    <Sheet title={say('tabs')}>
      <div className={styles.stack}>
        <Tabs defaultValue="question">
          <Tabs.List aria-label={say('tabs')}>
            <Tabs.Tab value="question">{say('question')}</Tabs.Tab>
            <Tabs.Tab value="logic">{say('logic')}</Tabs.Tab>
            <Tabs.Tab value="history">{say('history')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="question" pt="sm">
            {say('question')} 6.3
          </Tabs.Panel>
          <Tabs.Panel value="logic" pt="sm">
            {say('logic')} 6.3
          </Tabs.Panel>
          <Tabs.Panel value="history" pt="sm">
            {say('history')} 6.3
          </Tabs.Panel>
        </Tabs>
        <div>
          <SegmentedControl
            aria-label={say('region')}
            data={[
              { value: 'north', label: say('north') },
              { value: 'central', label: say('central') },
              { value: 'south', label: say('south') },
            ]}
          />
        </div>
      </div>
    </Sheet>
  )
}

export function DialogParts() {
  const say = useSay(partsPageWords)
  const sayCommon = useSay(commonWords)
  const [opened, dialog] = useDisclosure(false)
  return (
    <Sheet title={say('dialogs')}>
      <div className={styles.row}>
        <Button onClick={dialog.open}>{say('openConfirm')}</Button>
        <Button
          onClick={() =>
            toast.done(say('doneText'), {
              label: sayCommon('undo'),
              run: () => toast.done(sayCommon('undo')),
            })
          }
        >
          {say('toastDone')}
        </Button>
        <Button onClick={() => toast.problem(say('problemText'))}>{say('toastProblem')}</Button>
      </div>
      <ConfirmDialog
        opened={opened}
        onClose={dialog.close}
        title={say('confirmTitle')}
        confirmLabel={say('confirmDo')}
        onConfirm={dialog.close}
        destructive
      >
        {say('confirmText')}
      </ConfirmDialog>
    </Sheet>
  )
}
