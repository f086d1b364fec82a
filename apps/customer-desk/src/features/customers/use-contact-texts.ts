import type { ContactFields } from '@sixfold/contract/customers'
import { languageName } from '@sixfold/ui/language-name'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { deskWords } from '../../words/desk.ts'
import { recordWords } from '../../words/record.ts'

/** The fields of a contact, and their values, as people read them. */
export function useContactTexts() {
  const say = useSay(deskWords)
  const sayRecord = useSay(recordWords)
  const { language } = useLanguage()
  const labels: Record<keyof ContactFields, string> = {
    name: sayRecord('name'),
    role: say('role'),
    seniority: sayRecord('seniority'),
    email: sayRecord('email'),
    phone: sayRecord('phone'),
    languages: sayRecord('languages'),
    channels: sayRecord('channels'),
    country: sayRecord('country'),
    zone: say('zone'),
  }
  const isField = (field: string): field is keyof ContactFields => field in labels
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'short' })
  return {
    fields: Object.keys(labels).filter(isField),
    label: (field: string) => (isField(field) ? labels[field] : field),
    /** Empty where nothing is known. */
    value(field: string, contact: ContactFields): string {
      switch (field) {
        case 'seniority':
          return contact.seniority && sayRecord(contact.seniority)
        case 'languages':
          return list.format(contact.languages.map(tag => languageName(tag, language)))
        case 'channels':
          return list.format(contact.channels.map(one => sayRecord(one)))
        case 'country':
          return new Intl.DisplayNames([language], { type: 'region' }).of(contact.country) ?? contact.country
        case 'zone':
          return contact.zone.replaceAll('_', ' ')
        default:
          return isField(field) ? String(contact[field] ?? '') : ''
      }
    },
  }
}
