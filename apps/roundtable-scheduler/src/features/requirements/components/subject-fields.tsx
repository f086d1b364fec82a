import { Select } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { useQuery } from '@tanstack/react-query'
import { useFactors } from '../../../parts/factors.ts'
import { requirementWords } from '../../../words/requirements.ts'
import { productsQuery } from '../queries.ts'

export interface Subject {
  factor: string | null
  productId: string | null
}

interface SubjectFieldsProps {
  subject: Subject
  /** A factor of another model that stands there already: it stays until another one is chosen. */
  known?: { value: string; label: string } | null
  onChange: (subject: Subject) => void
}

/** The factor and the product that something is about. */
export function SubjectFields({ subject, known = null, onChange }: SubjectFieldsProps) {
  const say = useSay(requirementWords)
  const factors = useFactors()
  const products = useQuery(productsQuery()).data?.items ?? []
  const isForeign = known !== null && factors.every(({ value }) => value !== known.value)
  return (
    <>
      <Select
        label={say('factor')}
        value={subject.factor}
        clearable
        placeholder={say('noneYet')}
        data={isForeign ? [known, ...factors] : factors}
        onChange={factor => onChange({ ...subject, factor })}
      />
      <Select
        label={say('product')}
        value={subject.productId}
        clearable
        searchable
        placeholder={say('noneYet')}
        data={products.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={productId => onChange({ ...subject, productId })}
      />
    </>
  )
}
