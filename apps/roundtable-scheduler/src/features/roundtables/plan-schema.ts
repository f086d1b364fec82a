import { localDate } from '@sixfold/contract/common'
import { planInput } from '@sixfold/contract/event-plans'
import type { UiLanguage } from '@sixfold/contract/words'
import { roundtableTimes } from '@sixfold/domain/roundtable-times'
import { z } from 'zod'
import { planWords } from '../../words/plan.ts'

const { title } = planInput.shape
const whenFields = planInput
  .pick({ date: true, startTime: true, endTime: true, zone: true, answerBy: true })
  .strip()

/**
 * The contract's plan with what the server would say of it otherwise, so that all faults are told at once, each at its
 * field: a title in one language, an end after the start, answers before the event.
 */
export function planSchema(language: UiLanguage, fallbackZone: string) {
  const say = planWords(language)
  return planInput
    .extend({
      title: title.refine(titles => Object.values(titles).some(text => text.trim() !== ''), {
        path: [language],
        error: say('fault.title'),
      }),
      // A day field that was emptied says nothing, which is no freeze.
      freezeOn: z
        .union([localDate, z.literal('')])
        .nullable()
        .transform(day => day || null),
    })
    .superRefine((plan, { addIssue }) => {
      const times = roundtableTimes({ ...plan, fallbackZone })
      if (times.ok) return
      const ends = times.reason === 'ends_before_start'
      addIssue({
        code: 'custom',
        path: [ends ? 'endTime' : 'answerBy'],
        message: say(ends ? 'fault.end' : 'fault.answerBy'),
      })
    }, whenReadable)
}

/** Also while other fields are wrong. */
const whenReadable = { when: ({ value }: { value: unknown }) => whenFields.safeParse(value).success }

/** What stands in the fields, before the schema has read it. */
export type PlanValues = z.input<ReturnType<typeof planSchema>>
