import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { REPORT_PARTS } from '@sixfold/contract/reports'
import type { Wave } from '@sixfold/contract/waves'
import { uiLanguages } from '@sixfold/contract/words'
import { REPORT_COLUMNS } from '@sixfold/domain/results/report-outline'
import { formatQuarter } from '@sixfold/ui/format'
import { ownName } from '@sixfold/ui/language-name'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { reportLinkWords } from '../../../words/report-links.ts'
import { reportWords } from '../../../words/reports.ts'
import { useMakeReportLink } from '../queries.ts'
import styles from './report-links.module.css'

interface ShareDialogProps {
  /** Closed ones, the latest first. */
  waves: readonly Wave[]
  onMade: (address: string) => void
  onClose: () => void
}

const ALL = 'all'

export function ShareDialog({ waves, onMade, onClose }: ShareDialogProps) {
  const say = useSay(reportLinkWords)
  const sayReport = useSay(reportWords)
  const sayCommon = useSay(commonWords)
  const { language: own } = useLanguage()
  const session = useSession().data
  const regions = session?.regions ?? []
  const allRegions = session?.actor.regions === 'all'
  const make = useMakeReportLink()
  const [purpose, setPurpose] = useState('')
  const [waveId, setWaveId] = useState(waves[0]?.id ?? null)
  const [latest, setLatest] = useState(false)
  const [region, setRegion] = useState(allRegions ? ALL : (regions[0]?.id ?? ALL))
  const [language, setLanguage] = useState(own)
  const [days, setDays] = useState('30')
  const [parts, setParts] = useState<string[]>([...REPORT_PARTS])
  const [hidden, setHidden] = useState<string[]>([])
  const wave = waves.find(({ id }) => id === waveId)
  const share = () =>
    waveId !== null &&
    make.mutate(
      {
        ...{ purpose, waveId, language, confidence: '95' },
        latest: latest && wave?.programmeId != null,
        regionId: region === ALL ? null : region,
        parts: REPORT_PARTS.filter(part => parts.includes(part)),
        hidden: REPORT_COLUMNS.filter(column => hidden.includes(column)),
        days: days === 'never' ? null : Number(days),
      },
      { onSuccess: ({ address }) => onMade(address) },
    )
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={say('make')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          share()
        }}
      >
        <TextInput
          label={say('purpose')}
          description={say('purposeHelp')}
          value={purpose}
          required
          withAsterisk={false}
          maxLength={120}
          data-autofocus
          onChange={event => setPurpose(event.currentTarget.value)}
        />
        <div className={styles.fields}>
          <Select
            label={say('quarter')}
            data={waves.map(one => ({ value: one.id, label: `${formatQuarter(one.quarter)} · ${one.name}` }))}
            value={waveId}
            allowDeselect={false}
            onChange={setWaveId}
          />
          <Select
            label={say('region')}
            data={[
              ...(allRegions ? [{ value: ALL, label: say('allRegions') }] : []),
              ...regions.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={region}
            allowDeselect={false}
            onChange={value => setRegion(value ?? region)}
          />
          <Select
            label={say('language')}
            data={uiLanguages.map(value => ({ value, label: ownName(value) }))}
            value={language}
            allowDeselect={false}
            onChange={value => setLanguage(uiLanguages.find(one => one === value) ?? own)}
          />
          <Select
            label={say('days')}
            data={[
              { value: '7', label: say('days7') },
              { value: '30', label: say('days30') },
              { value: '90', label: say('days90') },
              { value: 'never', label: say('never') },
            ]}
            value={days}
            allowDeselect={false}
            onChange={value => setDays(value ?? days)}
          />
        </div>
        {wave?.programmeId != null && (
          <Checkbox
            label={say('latest')}
            checked={latest}
            mb="md"
            onChange={event => setLatest(event.currentTarget.checked)}
          />
        )}
        <Checkbox.Group label={say('parts')} value={parts} onChange={setParts}>
          <div className={styles.parts}>
            {REPORT_PARTS.map(part => (
              <Checkbox key={part} value={part} label={sayReport(`part.${part}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <Checkbox.Group
          label={say('hidden')}
          description={say('hiddenHelp')}
          value={hidden}
          onChange={setHidden}
        >
          <div className={styles.parts}>
            {REPORT_COLUMNS.map(column => (
              <Checkbox key={column} value={column} label={say(`column.${column}`)} />
            ))}
          </div>
        </Checkbox.Group>
        {make.error && <FailureNotice error={make.error} />}
        <div className={styles.buttons}>
          <Button type="submit" variant="filled" loading={make.isPending} disabled={purpose.trim() === ''}>
            {say('makeDo')}
          </Button>
          <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        </div>
      </form>
    </Modal>
  )
}
