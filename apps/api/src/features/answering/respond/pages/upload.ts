import type { RequestHandler } from 'express'
import type { Context } from '../../../../context.ts'
import { AppError } from '../../../../errors.ts'
import { limitToken, limitUpload } from '../../../../http/limits.ts'
import { storeUpload } from '../../../house/files/service.ts'
import { followLink } from '../service.ts'

/**
 * Takes one file as it is, as the page with script sends it; its name stands in the address. Only the survey behind the link
 * gets it, and it counts once it stands in an answer. Refusals come as JSON.
 */
export function uploadRoute(ctx: Context): RequestHandler<{ token: string; question: string }> {
  return async (request, response) => {
    const { token, question: id } = request.params
    await limitToken(token)
    const { survey, invitation, wave, state } = await followLink(ctx, token)
    if (state === 'finished') throw new AppError('already_finished')
    if (state === 'opted_out') throw new AppError('link_expired')
    const question = survey.questions.get(id)
    if (question?.kind !== 'upload') throw new AppError('not_found')
    if (Number(request.headers['content-length'] ?? 0) > question.maxMegabytes * 1_000_000) {
      // What is still on its way is not read; the answer ends the connection.
      response.setHeader('Connection', 'close')
      throw new AppError('body_too_large')
    }
    await limitUpload(token)
    const name = typeof request.query.name === 'string' ? request.query.name : ''
    const place = {
      responseId: invitation.id,
      regionId: invitation.regionId,
      closesAt: wave.closesAt,
      question,
    }
    const kept = await storeUpload(ctx, place, { name, content: request }).catch(error => {
      if (!request.complete) response.setHeader('Connection', 'close')
      throw error instanceof AppError || request.complete
        ? error
        : new AppError('invalid_input', { cause: error })
    })
    response.setHeader('Cache-Control', 'no-store')
    response.status(201).json({ id: kept._id, name: kept.name, bytes: kept.bytes })
  }
}
