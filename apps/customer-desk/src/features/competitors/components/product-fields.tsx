import { Button, Select, TextInput } from '@mantine/core'
import type { RivalProduct } from '@sixfold/contract/competitors'
import { useSay } from '@sixfold/ui/parts/language'
import { useQuery } from '@tanstack/react-query'
import { competitorWords } from '../../../words/competitors.ts'
import { ownProductsQuery } from '../queries.ts'
import styles from './competitors.module.css'

interface ProductFieldsProps {
  product: RivalProduct
  onChange: (product: RivalProduct) => void
  onRemove: () => void
}

/** A product of a competitor with its versions. */
export function ProductFields({ product, onChange, onRemove }: ProductFieldsProps) {
  const say = useSay(competitorWords)
  const ours = useQuery(ownProductsQuery()).data?.items ?? []
  const { name, oursId, versions } = product
  const changeVersion = (id: string, change: Partial<RivalProduct['versions'][number]>) =>
    onChange({ ...product, versions: versions.map(one => (one.id === id ? { ...one, ...change } : one)) })
  return (
    <fieldset className={styles.product} aria-label={name || say('product')}>
      <div className={styles.pair}>
        <TextInput
          label={say('product')}
          value={name}
          maxLength={120}
          onChange={event => onChange({ ...product, name: event.currentTarget.value })}
        />
        <Select
          label={say('ours')}
          placeholder={say('noOurs')}
          value={oursId}
          clearable
          data={ours.map(one => ({ value: one.id, label: one.name }))}
          onChange={next => onChange({ ...product, oursId: next })}
        />
      </div>
      {versions.map(version => (
        <div key={version.id} className={styles.version}>
          <TextInput
            label={say('version')}
            value={version.name}
            maxLength={120}
            onChange={event => changeVersion(version.id, { name: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={say('released')}
            value={version.releasedOn ?? ''}
            onChange={event => changeVersion(version.id, { releasedOn: event.currentTarget.value || null })}
          />
          <Button
            variant="subtle"
            aria-label={say('removeIt', { name: version.name || say('version') })}
            onClick={() => onChange({ ...product, versions: versions.filter(one => one !== version) })}
          >
            {say('remove')}
          </Button>
        </div>
      ))}
      <div className={styles.buttons}>
        <Button
          size="xs"
          onClick={() =>
            onChange({
              ...product,
              versions: [...versions, { id: crypto.randomUUID(), name: '', releasedOn: null, note: '' }],
            })
          }
        >
          {say('addVersion')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          aria-label={say('removeIt', { name: name || say('product') })}
          onClick={onRemove}
        >
          {say('remove')}
        </Button>
      </div>
    </fieldset>
  )
}
