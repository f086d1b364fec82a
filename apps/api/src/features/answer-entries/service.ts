import { commentReader } from '@sixfold/domain/comments/comments'
import { can } from '@sixfold/domain/permissions'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import { plainEntry } from '@sixfold/domain/timeline/plain-entry'
import type { Context } from '../../context.ts'
import type { InvitationRow } from '../invitations/service.ts'
import { findFinishedOf } from '../invitations/service.ts'
import { findResponses } from '../responses/service.ts'
import { publishedVersion } from '../surveys/service.ts'
import type { TimelineSource } from '../timelines/sources.ts'
import { rememberedWave } from '../wave-records/service.ts'

/**
 * Who answered which survey, with what was written in words for those who may read single responses. A blind survey does not
 * say when anybody answered, so nothing of it stands here (law 6).
 */
export const answerEntries: TimelineSource = {
  may: 'wave.read',
  async accountEntries(ctx, { actor, regionId, contactIds }, page) {
    const finished = await findFinishedOf(ctx, contactIds, page)
    const words = can(actor, 'response.read', { regionId }) ? await wordsOf(ctx, finished) : new Map()
    return Promise.all(
      finished.map(async ({ _id, waveId, contactId, finishedAt }) => {
        const wave = await rememberedWave(ctx, waveId)
        return plainEntry({
          id: `answer:${_id}`,
          at: finishedAt ?? new Date(0),
          kind: 'answered',
          side: 'they',
          contactId,
          title: wave?.name ?? '',
          ...words.get(_id),
          detail: wave?.kind ?? null,
          about: { kind: 'wave', id: waveId },
        })
      }),
    )
  },
}

/** The first thing that each of them wrote, and the factor it is about. */
async function wordsOf(ctx: Context, finished: readonly InvitationRow[]) {
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
