import { Checkbox, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { dealResult } from '@sixfold/contract/deals'
import { useSay } from '@sixfold/ui/parts/language'
import { RegionSelect } from '@sixfold/ui/parts/region-select'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useQuarters } from '../../../parts/quarters.ts'
import { dealWords } from '../../../words/deals.ts'
import type { DealFilter } from '../queries.ts'
import { competitorChoices, productChoices } from '../queries.ts'
import styles from './deals.module.css'

interface DealFiltersProps {
  filter: DealFilter
  show: (filter: DealFilter) => void
}

const SEARCH_AFTER_MS = 250

/** What of the deals is shown. All of it stands in the address. */
export function DealFilters({ filter, show }: DealFiltersProps) {
  const say = useSay(dealWords)
  const quarters = useQuarters()
  const competitors = useQuery(competitorChoices()).data?.items ?? []
  const products = useQuery(productChoices()).data?.items ?? []
  const [typed, setTyped] = useState(filter.search ?? '')
  const search = useDebouncedCallback(
    (words: string) => show({ ...filter, search: words.trim() || undefined }),
    SEARCH_AFTER_MS,
  )
  const ofList = filter.view === 'list'
  return (
    <div className={styles.filters}>
      {ofList && (
        <TextInput
          type="search"
          aria-label={say('search')}
          placeholder={say('search')}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            search(event.currentTarget.value)
          }}
        />
      )}
      <RegionSelect region={filter.region} onChange={region => show({ ...filter, region })} />
      <Choice
        label={say('competitor')}
        any={say('anyCompetitor')}
        value={filter.competitor}
        choices={competitors.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={competitor => show({ ...filter, competitor })}
      />
      <Choice
        label={say('product')}
        any={say('anyProduct')}
        value={filter.product}
        choices={products.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={product => show({ ...filter, product })}
      />
      <Choice
        label={say('from')}
        any={say('from')}
        value={filter.from}
        choices={quarters.map(value => ({ value, label: value }))}
        onChange={from => show({ ...filter, from })}
      />
      <Choice
        label={say('to')}
        any={say('to')}
        value={filter.to}
        choices={quarters.map(value => ({ value, label: value }))}
        onChange={to => show({ ...filter, to })}
      />
      {ofList ? (
        <>
          <Choice
            label={say('result')}
            any={say('anyResult')}
            value={filter.result}
            choices={dealResult.options.map(value => ({ value, label: say(`result.${value}`) }))}
            onChange={value => show({ ...filter, result: dealResult.options.find(one => one === value) })}
          />
          <Checkbox
            className={styles.wide ?? ''}
            label={say('unheard')}
            checked={filter.unheard ?? false}
            onChange={event => show({ ...filter, unheard: event.currentTarget.checked ? true : undefined })}
          />
        </>
      ) : (
        <Select
          aria-label={say('confidence')}
          value={filter.confidence ?? '95'}
          allowDeselect={false}
          data={['80', '90', '95'].map(value => ({ value, label: `${say('confidence')}: ${value}%` }))}
          onChange={value =>
            show({ ...filter, confidence: value === '80' || value === '90' ? value : undefined })
          }
        />
      )}
    </div>
  )
}

interface ChoiceProps {
  label: string
  any: string
  value: string | undefined
  choices: { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}

function Choice({ label, any, value, choices, onChange }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      placeholder={any}
      value={value ?? null}
      data={choices}
      clearable
      searchable={choices.length > 8}
      onChange={next => onChange(next ?? undefined)}
    />
  )
}
