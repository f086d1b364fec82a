import { Button, Menu, SegmentedControl } from '@mantine/core'
import type { ScoreboardView } from '@sixfold/contract/waves'
import { can } from '@sixfold/domain/permissions'
import { useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { IconChevronDown } from '@tabler/icons-react'
import { questionResultWords } from '../../../words/question-results.ts'
import { exportAddress, exportFormats } from '../queries.ts'
import styles from './results.module.css'

const VIEWS = ['groups', 'questions', 'comments', 'weights'] as const
type ResultView = (typeof VIEWS)[number] | undefined

interface ViewsProps {
  view: ScoreboardView
  region: string | undefined
  shown: ResultView
  onChange: (view: ResultView) => void
}

/** The factors, of everybody or by group, or every question; and the way out for the answers themselves. */
export function ResultViews({ view, region, shown, onChange }: ViewsProps) {
  const say = useSay(questionResultWords)
  const actor = useSession().data?.actor
  const mayExport =
    actor &&
    view.waiting === null &&
    can(actor, 'response.export', { regionId: region ?? null }) &&
    (view.responses ?? 0) >= view.minimumCell
  return (
    <div className={styles.views}>
      <SegmentedControl
        aria-label={say('view')}
        value={shown ?? 'factors'}
        onChange={next => onChange(VIEWS.find(one => one === next))}
        data={[
          { value: 'factors', label: say('factors') },
          ...VIEWS.map(value => ({ value, label: say(value) })),
        ]}
      />
      {mayExport && (
        <Menu position="bottom-end" width={280}>
          <Menu.Target>
            <Button rightSection={<IconChevronDown size={16} stroke={1.5} aria-hidden="true" />}>
              {say('export')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{say('exportNote')}</Menu.Label>
            {exportFormats.map(format => (
              <Menu.Item
                key={format}
                component="a"
                href={exportAddress(view.waveId, { regionId: region, format })}
                download
              >
                {say(`export.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
