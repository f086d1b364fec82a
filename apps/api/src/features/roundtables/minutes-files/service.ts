import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import type { MinutesBlock } from '@sixfold/domain/minutes/blocks'
import type { DocumentPart, PlainDocument } from '@sixfold/domain/minutes/document'
import { toMarkdown } from '@sixfold/domain/minutes/markdown'
import { searchWords } from '@sixfold/domain/text/fold'
import type { Context } from '../../../context.ts'
import { dayText, eventTimes } from '../../../mails/event-times.ts'
import { actionsAbout } from '../../cases/tasks/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import { listRequirements } from '../../requirements/requirements/service.ts'
import { openEvent } from '../event-records/service.ts'
import { readMinutes, readVersion } from '../minutes/service.ts'
import { minutesFileWords } from './words.ts'

export interface MinutesOrder {
  id: string
  format: 'md' | 'pdf'
  /** A kept version; absent: as the minutes stand. */
  revision?: number | undefined
}

/** The minutes of an event as a file in the caller's language; it names people, so it leaves an audit entry. */
export async function minutesFile(
  ctx: Context,
  actor: StaffMember,
  { id, format, revision }: MinutesOrder,
  language: UiLanguage,
): Promise<File> {
  const document = await minutesDocument(ctx, actor, { id, revision }, language)
  await record(ctx, actor, 'minutes.exported', `roundtable:${id}`, format)
  const event = await openEvent(ctx, actor, id, 'roundtable.read')
  const say = minutesFileWords(language)
  const title = searchWords(textIn(event.title, language, 'en'))
    .join('-')
    .slice(0, 60)
  const name = `${say('file')}-${title || id}.${format}`
  if (format === 'md') return new File([toMarkdown(document)], name, { type: 'text/markdown; charset=utf-8' })
  // A library that few starts need is loaded when the first file is asked for.
  const { toPdf } = await import('../../../pdf/to-pdf.ts')
  const pageText = (page: number, pages: number) => say('page', { page, pages })
  const pdf = await toPdf(document, { language, pageText, madeAt: ctx.clock.now() })
  return new File([new Uint8Array(pdf)], name, { type: 'application/pdf' })
}

async function minutesDocument(
  ctx: Context,
  actor: StaffMember,
  { id, revision }: { id: string; revision: number | undefined },
  language: UiLanguage,
): Promise<PlainDocument> {
  const say = minutesFileWords(language)
  const [event, minutes, version, regions] = await Promise.all([
    openEvent(ctx, actor, id, 'roundtable.read'),
    readMinutes(ctx, actor, id),
    revision === undefined ? null : readVersion(ctx, actor, { id, revision }),
    listRegions(ctx),
  ])
  const times = eventTimes(event, language)
  const instantText = (at: string) => `${dayText(new Date(at), event.zone, language)}`
  const stood = version?.at ?? minutes.updatedAt
  return {
    title: `${say('minutes')}: ${textIn(event.title, language, 'en')}`,
    facts: [
      { label: say('when'), value: `${times.date}, ${times.time} (${times.zone})` },
      { label: say('where'), value: event.venue },
      { label: say('region'), value: regions.find(({ _id }) => _id === event.regionId)?.name ?? '' },
      ...(stood === null ? [] : [{ label: say('state'), value: stateText(stood) }]),
    ],
    parts: [
      ...attendanceParts(minutes.attendance, say),
      { kind: 'heading', text: say('notes') },
      ...noteParts(version?.blocks ?? minutes.blocks, say),
      ...(await requirementParts(ctx, actor, id, language)),
      ...(await actionParts(ctx, actor, { id, zone: event.zone }, language)),
    ],
  }

  function stateText(at: string): string {
    if (!version) return say('asOf', { at: instantText(at) })
    return version.name === ''
      ? say('revision', { at: instantText(at) })
      : say('version', { name: version.name, at: instantText(at) })
  }
}

type Say = ReturnType<typeof minutesFileWords>

function attendanceParts(
  { arrived, people }: Awaited<ReturnType<typeof readMinutes>>['attendance'],
  say: Say,
): DocumentPart[] {
  const heading = { kind: 'heading', text: say('attendance') } as const
  if (people.length === 0) return [heading, { kind: 'paragraph', text: say('noAttendance') }]
  return [
    heading,
    { kind: 'paragraph', text: say('arrived', { n: arrived }) },
    {
      kind: 'table',
      columns: [say('name'), say('company'), say('people')],
      rows: people.map(({ name, accountName, seats }) => [name || say('nameless'), accountName, `${seats}`]),
    },
  ]
}

function noteParts(blocks: readonly MinutesBlock[], say: Say): DocumentPart[] {
  const written = blocks.filter(({ text }) => text.trim() !== '')
  if (written.length === 0) return [{ kind: 'paragraph', text: say('noNotes') }]
  return written.map(({ kind, text }): DocumentPart => {
    if (kind === 'heading') return { kind, text }
    if (kind === 'note') return { kind: 'paragraph', text }
    return { kind: 'marked', mark: say(kind), text }
  })
}

/** What was noted as a requirement at the event. */
async function requirementParts(
  ctx: Context,
  actor: StaffMember,
  id: string,
  language: UiLanguage,
): Promise<DocumentPart[]> {
  const say = minutesFileWords(language)
  const { items } = await listRequirements(ctx, actor, { aboutId: id, order: 'latest', limit: 200 })
  if (items.length === 0) return []
  return [
    { kind: 'heading', text: say('requirements') },
    {
      kind: 'table',
      columns: [say('receipt'), say('what'), say('status'), say('owner'), say('due')],
      rows: items
        .toReversed()
        .map(one => [
          one.receipt,
          one.text,
          say(`status.${one.status}`),
          one.ownerName || say('nobody'),
          one.due === null ? say('open') : localDay(one.due, language),
        ]),
    },
  ]
}

async function actionParts(
  ctx: Context,
  actor: StaffMember,
  { id, zone }: { id: string; zone: string },
  language: UiLanguage,
): Promise<DocumentPart[]> {
  const say = minutesFileWords(language)
  const items = await actionsAbout(ctx, actor, { aboutKind: 'round_table', aboutId: id })
  if (items.length === 0) return []
  return [
    { kind: 'heading', text: say('actions') },
    {
      kind: 'table',
      columns: [say('what'), say('owner'), say('due'), say('status')],
      rows: items.map(({ text, ownerName, dueAt, state }) => [
        text,
        ownerName || say('nobody'),
        dayText(new Date(dueAt), zone, language),
        say(`action.${state}`),
      ]),
    },
  ]
}

/** A calendar day has no zone: it is read as it stands. */
const localDay = (day: string, language: UiLanguage) => dayText(new Date(`${day}T00:00:00Z`), 'UTC', language)
