import type { Hours } from '@sixfold/domain/calendar/working-days'
import { channels } from '@sixfold/domain/contact-policy'
import type { PolicyField } from '@sixfold/domain/policy-origins'
import type { PolicyRule } from '@sixfold/domain/policy-rules'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { touchWords } from '@sixfold/ui/words/touches'
import { courtesyWords } from '../../words/courtesy.ts'

/** Rules, settings and countries as sentences of the reader's language. */
export function usePolicyText() {
  const say = useSay(courtesyWords)
  const sayTouch = useSay(touchWords)
  const { language } = useLanguage()
  const names = new Intl.DisplayNames([language], { type: 'region' })
  const countryName = (country: string) => names.of(country) ?? country

  function scopeText({ country, role, tier, purpose }: PolicyRule['when']): string {
    const who = role ? say(`scope.${role}`) : say('scope.people')
    const parts = [
      country && say('scope.country', { country: countryName(country) }),
      tier && say('scope.tier', { tier }),
      purpose && say('scope.purpose', { purpose: sayTouch(purpose) }),
    ].filter(part => part !== undefined && part !== '')
    if (!role && parts.length === 0) return say('forAll')
    return say('forThem', { whom: [who, ...parts].join(', ') })
  }

  function changesText({ set }: PolicyRule): string[] {
    const { hours = {}, mostPerDay = {}, consentRequired } = set
    const numbers = ['surveyGapDays', 'solicitedGapDays', 'mostReminders', 'reminderGapDays'] as const
    return [
      ...numbers.flatMap(name => {
        const n = set[name]
        return n === undefined ? [] : [say(`say.${name}`, { n })]
      }),
      ...channels.flatMap(channel => {
        const span = hours[channel]
        return span ? [say('say.hours', { channel: sayTouch(`channel.${channel}`), ...span })] : []
      }),
      ...channels.flatMap(channel => {
        const n = mostPerDay[channel]
        if (n === undefined) return []
        const name = sayTouch(`channel.${channel}`)
        return [
          n === null ? say('say.perDayFree', { channel: name }) : say('say.perDay', { channel: name, n }),
        ]
      }),
      ...(consentRequired === undefined ? [] : [say(consentRequired ? 'say.consent' : 'say.noConsent')]),
    ]
  }

  const fieldName = (field: PolicyField) => say(field)

  function valueText(value: number | boolean | null | Hours): string {
    if (value === null) return say('noLimit')
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
    return typeof value === 'number' ? String(value) : `${value.from}–${value.until}`
  }

  return { say, countryName, scopeText, changesText, fieldName, valueText }
}
