import { Button, Checkbox, Select } from '@mantine/core'
import type { ReportPartName } from '@sixfold/contract/reports'
import { REPORT_PARTS } from '@sixfold/contract/reports'
import type { ScoreboardView } from '@sixfold/contract/waves'
import { uiLanguages } from '@sixfold/contract/words'
import { formatQuarter } from '@sixfold/ui/format'
import { ownName } from '@sixfold/ui/language-name'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { reportWords } from '../../../words/reports.ts'
import { reportAddress } from '../report-address.ts'
import styles from './reports.module.css'

/** Which quarter, whose, in which language and with what in it. */
export function ReportForm({
  items,
  newest,
}: {
  items: readonly ScoreboardView[]
  /** The one to begin with. */
  newest: ScoreboardView | undefined
}) {
  const say = useSay(reportWords)
  const { language: own } = useLanguage()
  const { quarter, region } = useSearch({ from: '/pages/reports' })
  const navigate = useNavigate({ from: '/reports' })
  const regions = useSession().data?.regions ?? []
  const [language, setLanguage] = useState(own)
  const [parts, setParts] = useState<readonly ReportPartName[]>(REPORT_PARTS)
  const chosen = items.find(view => formatQuarter(view.quarter) === quarter) ?? newest
  const button = (format: 'pdf' | 'html') =>
    chosen && parts.length > 0 ? (
      <Button
        component="a"
        variant={format === 'pdf' ? 'filled' : 'default'}
        href={reportAddress(chosen.waveId, { format, language, regionId: region, parts })}
        download
      >
        {say(format)}
      </Button>
    ) : (
      <Button disabled>{say(format)}</Button>
    )
  return (
    <Sheet title={say('make')}>
      <div className={styles.fields}>
        <Select
          label={say('quarter')}
          data={items.map(view => formatQuarter(view.quarter)).toReversed()}
          value={chosen ? formatQuarter(chosen.quarter) : null}
          allowDeselect={false}
          onChange={value =>
            void navigate({ search: { quarter: value ?? undefined, region }, replace: true })
          }
        />
        {regions.length > 1 && (
          <Select
            label={say('region')}
            data={[
              { value: 'all', label: say('allRegions') },
              ...regions.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={region ?? 'all'}
            allowDeselect={false}
            onChange={value =>
              void navigate({
                search: { quarter, region: value === 'all' ? undefined : (value ?? undefined) },
                replace: true,
              })
            }
          />
        )}
        <Select
          label={say('language')}
          data={uiLanguages.map(value => ({ value, label: ownName(value) }))}
          value={language}
          allowDeselect={false}
          onChange={value => setLanguage(uiLanguages.find(one => one === value) ?? own)}
        />
      </div>
      <Checkbox.Group
        label={say('parts')}
        description={say('partsWhy')}
        value={[...parts]}
        onChange={values => setParts(REPORT_PARTS.filter(part => values.includes(part)))}
      >
        <div className={styles.parts}>
          {REPORT_PARTS.map(part => (
            <Checkbox key={part} value={part} label={say(`part.${part}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={styles.buttons}>
        {button('pdf')}
        {button('html')}
      </div>
      <p className={styles.why} role="status">
        {say(parts.length > 0 ? 'why' : 'pick')}
      </p>
    </Sheet>
  )
}
