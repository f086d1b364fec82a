import { commentReader } from '@sixfold/domain/comments/comments'
import { can } from '@sixfold/domain/permissions'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import type { TimelinePage } from '@sixfold/domain/timeline/newest'
import { plainEntry } from '@sixfold/domain/timeline/plain-entry'
import type { Context } from '../../../context.ts'
import type { TimelineSource } from '../../../sources/timeline-source.ts'
import { findResponses } from '../../answering/responses/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import type { FinishedInvitation } from '../../waves/invitations/service.ts'
import { findFinishedOf } from '../../waves/invitations/service.ts'
import type { WaveRow } from '../../waves/wave-records/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'

/**
 * Who answered which survey, with what was written in words for those who may read single responses. A blind survey does not
 * say when anybody answered, so nothing of it stands here (law 6).
 */
export const answerEntries: TimelineSource = {
  may: 'wave.read',
  async accountEntries(ctx, { actor, regionId, accountIds, brief }, page) {
    const finished = await finishedBy(ctx, accountIds, page)
    const read = !brief && can(actor, 'response.read', { regionId })
    const words = read ? await wordsOf(ctx, finished) : new Map()
    const waves = brief ? new Map() : await wavesOf(ctx, finished)
    return finished.map(({ _id, waveId, contactId, finishedAt }) =>
      plainEntry({
        id: `answer:${_id}`,
        at: finishedAt ?? new Date(0),
        kind: 'answered',
        side: 'they',
        contactId,
        title: waves.get(waveId)?.name ?? '',
        ...words.get(_id),
        detail: waves.get(waveId)?.kind ?? null,
        about: { kind: 'wave', id: waveId },
      }),
    )
  },
}

async function wavesOf(ctx: Context, finished: readonly FinishedInvitation[]): Promise<Map<string, WaveRow>> {
  const rows = await waveBook.findWavesById(ctx, [...new Set(finished.map(({ waveId }) => waveId))])
  return new Map(rows.map(row => [row._id, row]))
}

/** Without those who were erased since: more is read until the page is full. */
async function finishedBy(
  ctx: Context,
  accountIds: readonly string[],
  { notAfter, limit }: TimelinePage,
): Promise<FinishedInvitation[]> {
  for (let asked = limit; ; asked *= 2) {
    const rows = await findFinishedOf(ctx, accountIds, { notAfter, limit: asked })
    const contacts = await findContacts(ctx, [...new Set(rows.map(({ contactId }) => contactId))])
    const named = rows.filter(({ contactId }) => contacts.get(contactId)?.erased === false)
    if (named.length >= limit || rows.length < asked) return named.slice(0, limit)
  }
}

/** The first thing that each of them wrote, and the factor it is about. */
async function wordsOf(ctx: Context, finished: readonly FinishedInvitation[]) {
  const responses = await findResponses(
    ctx,
    finished.map(({ _id }) => _id),
  )
  const said = await Promise.all(
    responses.map(async ({ _id, surveyId, version, answers }) => {
      const definition = (await publishedVersion(ctx, surveyId, version))?.definition
      const first = definition && commentReader(definition)(givenAnswers(answers))[0]
      if (!first) return null
      const factor = first.factor && { model: definition.factorModel, key: first.factor }
      return [_id, { text: first.text, ...(factor ? { factor } : {}) }] as const
    }),
  )
  return new Map(said.filter(one => one !== null))
}
