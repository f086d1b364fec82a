import { z } from 'zod'
import { id, localText, localTime, staffProcedure } from './common.ts'

const minutes = z.int().min(1)
const promise = z.strictObject({ acknowledge: minutes, resolve: minutes })

/** A root cause that a resolution may name. */
export const cause = z.strictObject({
  id,
  name: localText,
  /** Not for new resolutions. */
  retired: z.boolean(),
  /** A resolution names it, so that it can be retired but not deleted. */
  used: z.boolean(),
})
export type Cause = z.infer<typeof cause>

export const caseSettings = z.strictObject({
  /** Working minutes to take a case up and to resolve it. */
  promises: z.strictObject({ critical: promise, normal: promise, minor: promise }),
  /** When regions work, in their own wall time. */
  hours: z.strictObject({ from: localTime, until: localTime }),
  causes: z.array(cause),
  revision: z.int(),
  editable: z.boolean(),
})
export type CaseSettings = z.infer<typeof caseSettings>

/** At least one language, none of it blank. */
const causeName = localText.refine(
  name =>
    Object.keys(name).length > 0 &&
    Object.values(name).every(text => text.trim() !== '' && text.length <= LONGEST_NAME),
)
const LONGEST_NAME = 80

export const causeChange = z.strictObject({ id, name: causeName.optional(), retired: z.boolean().optional() })
export type CauseChange = z.infer<typeof causeChange>

export const caseSettingsContract = {
  read: staffProcedure()
    .route({
      method: 'GET',
      path: '/case-settings',
      tags: ['customers'],
      summary: 'Promised times, working hours and root causes of cases',
    })
    .output(caseSettings),
  save: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/case-settings',
      tags: ['customers'],
      summary: 'Keep other promises and hours; cases under way keep their promise',
    })
    .input(caseSettings.pick({ promises: true, hours: true, revision: true }))
    .output(caseSettings),
  addCause: staffProcedure()
    .route({ method: 'POST', path: '/case-causes', tags: ['customers'], summary: 'Add a root cause' })
    .input(z.strictObject({ name: causeName }))
    .output(caseSettings),
  changeCause: staffProcedure()
    .route({
      method: 'PUT',
      path: '/case-causes/{id}',
      tags: ['customers'],
      summary: 'Rename a root cause, retire it, or take it back into use',
    })
    .input(causeChange)
    .output(caseSettings),
  deleteCause: staffProcedure('wrong_state')
    .route({
      method: 'DELETE',
      path: '/case-causes/{id}',
      tags: ['customers'],
      summary: 'Delete a root cause that no resolution ever named; one in use can only be retired',
    })
    .input(z.strictObject({ id }))
    .output(caseSettings),
}
