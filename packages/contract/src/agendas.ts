import { AGENDA_KINDS } from '@sixfold/domain/roundtables/agenda'
import { z } from 'zod'
import { id, instant, key, localDate, localText, localTime, staffProcedure } from './common.ts'

const shortText = z.record(z.string().max(35), z.string().trim().max(300))

/** A moment on the event's own clock. */
const wallMoment = z.strictObject({ date: localDate, time: localTime })

export const material = z.strictObject({
  id,
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
})

const itemFields = {
  id: key,
  kind: z.enum(AGENDA_KINDS),
  /** Empty where the kind says it all. */
  title: shortText,
  note: localText,
  minutes: z.int().min(1).max(600),
  speakerIds: z.array(id).max(20),
  factor: z.string().max(64).nullable(),
  /** Requirements that it is about, such as `R-88`. */
  receipts: z.array(z.string().max(20)).max(20),
  productId: id.nullable(),
  /** Until then nobody outside learns more of it than that there is something, and how long it takes. */
  embargo: wallMoment.nullable(),
}

export const agendaItemInput = z.strictObject({ ...itemFields, materialIds: z.array(id).max(20) })
export type AgendaItemInput = z.infer<typeof agendaItemInput>

export const agendaItem = z.strictObject({
  ...itemFields,
  startsAt: instant,
  endsAt: instant,
  speakers: z.array(z.strictObject({ id, name: z.string(), about: z.string() })),
  productName: z.string(),
  factorName: localText,
  factorIndex: z.int().nullable(),
  materials: z.array(material),
  released: z.boolean(),
})
export type AgendaItem = z.infer<typeof agendaItem>

export const agenda = z.strictObject({
  items: z.array(agendaItem),
  /** Whether guests see it on the page behind their link. */
  shown: z.boolean(),
  /** Minutes beyond the event's end; below 0: time is left. */
  overrun: z.int(),
  revision: z.int(),
  savedBy: z.string(),
  savedAt: instant.nullable(),
})
export type Agenda = z.infer<typeof agenda>

export const agendaProposal = z.strictObject({
  items: z.array(
    z.strictObject({
      kind: z.enum(AGENDA_KINDS),
      title: localText,
      minutes: z.int(),
      factor: z.string().nullable(),
      factorName: localText,
      factorIndex: z.int().nullable(),
      receipts: z.array(z.string()),
      accounts: z.int(),
    }),
  ),
  /** Of which wave the weakest factors are; null: none may be shown. */
  wave: z.string().nullable(),
})

/** What a guest reads of it. */
export const guestAgendaItem = z.strictObject({
  kind: z.enum(AGENDA_KINDS),
  time: z.string(),
  minutes: z.int(),
  title: z.string(),
  note: z.string(),
  speakers: z.array(z.string()),
  /** When an embargo ends, in words; everything else about the item is empty until then. */
  from: z.string().nullable(),
  materials: z.array(z.strictObject({ id, name: z.string(), bytes: z.int() })),
})
export type GuestAgendaItem = z.infer<typeof guestAgendaItem>

export const agendas = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables/{id}/agenda',
      tags: ['round tables'],
      summary: 'The agenda of an event',
    })
    .input(z.strictObject({ id }))
    .output(agenda),
  propose: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables/{id}/agenda/proposal',
      tags: ['round tables'],
      summary: 'An agenda from the region’s weakest factors and its open requirements',
    })
    .input(z.strictObject({ id }))
    .output(agendaProposal),
  save: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/roundtables/{id}/agenda',
      tags: ['round tables'],
      summary: 'Save the agenda',
    })
    .input(
      z.strictObject({ id, revision: z.int(), shown: z.boolean(), items: z.array(agendaItemInput).max(60) }),
    )
    .output(agenda),
  addMaterial: staffProcedure('unsupported_media_type')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/materials',
      tags: ['round tables'],
      summary: 'Keep a file for the agenda: picture, PDF, text or spreadsheet of at most 20 MB',
    })
    .input(z.strictObject({ id, file: z.file() }))
    .output(material),
  readMaterial: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables/{id}/materials/{materialId}',
      tags: ['round tables'],
      summary: 'A file of the agenda, for staff',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id, materialId: id }))
    .output(
      z.strictObject({
        headers: z.strictObject({ 'content-disposition': z.string(), 'content-security-policy': z.string() }),
        body: z.file(),
      }),
    ),
}
