import type { AccountFields } from '@sixfold/contract/customers'
import { formatNumber } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { deskWords } from '../../words/desk.ts'
import { recordWords } from '../../words/record.ts'
import { choicesQuery } from './queries.ts'

/** The fields of an account, and their values, as people read them. */
export function useAccountTexts() {
  const say = useSay(deskWords)
  const sayRecord = useSay(recordWords)
  const { language } = useLanguage()
  const regions = useSession().data?.regions ?? []
  const { owners = [] } = useQuery(choicesQuery()).data ?? {}
  const labels: Record<keyof AccountFields, string> = {
    name: sayRecord('name'),
    kind: say('kind'),
    ownerId: sayRecord('owner'),
    regionId: say('region'),
    segment: say('segment'),
    size: sayRecord('size'),
    fiscalYearEnds: sayRecord('fiscalYearEnds'),
    annualRevenue: say('revenue'),
    website: sayRecord('website'),
  }
  const isField = (field: string): field is keyof AccountFields => field in labels
  return {
    fields: Object.keys(labels).filter(isField),
    label: (field: string) => (isField(field) ? labels[field] : field),
    /** Empty where nothing is known. */
    value(field: string, account: AccountFields & { ownerName?: string }): string {
      if (!isField(field)) return ''
      if (field === 'kind') return say(account.kind)
      if (field === 'regionId') return regions.find(({ id }) => id === account.regionId)?.name ?? ''
      if (field === 'ownerId')
        return owners.find(({ id }) => id === account.ownerId)?.name ?? account.ownerName ?? ''
      const value = account[field]
      return typeof value === 'number' ? formatNumber(value, language, 2) : (value ?? '')
    },
  }
}
