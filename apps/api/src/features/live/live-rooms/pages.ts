import { randomUUID } from 'node:crypto'
import { liveAnswerInput } from '@sixfold/contract/live-rooms'
import type { LivePage } from '@sixfold/contract/portal'
import { readLiveCode, shownLiveCode } from '@sixfold/domain/live-room/live-code'
import type { Request, Response } from 'express'
import express, { Router } from 'express'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { limitLiveAction } from '../../../http/limits.ts'
import { asPage, noticeHead, sendPage } from '../../../portal/send-page.ts'
import { nextNumber } from '../live-votes/service.ts'
import { enterRoom, markOf } from './live.ts'
import { answerItem, ownOf, viewOf } from './service.ts'

type ToRoom = { code: string }

const form = express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 30 })
const COOKIE = 'sixfold.live'

/** The way into a live room for people without an account, and its plain forms for phones without script. */
export function livePages(ctx: Context): Router {
  const router = Router()

  router.get(
    '/live',
    asPage(ctx, async (request, response) => {
      const typed = typeof request.query.code === 'string' ? request.query.code.slice(0, 40) : null
      const code = typed === null ? null : readLiveCode(typed)
      if (code !== null) return response.redirect(303, `/live/${shownLiveCode(code)}`)
      await sendDoor(ctx, request as Request, response, typed)
    }),
  )

  router.get(
    '/live/:code',
    asPage<ToRoom>(ctx, async (request, response) => {
      try {
        const page = await livePage(ctx, request as unknown as Request, response)
        await sendPage(request as unknown as Request, response, page)
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'not_found') throw error
        await sendDoor(ctx, request as unknown as Request, response, request.params.code.slice(0, 40))
      }
    }),
  )

  router.post(
    '/live/:code',
    form,
    asPage<ToRoom>(ctx, async (request, response) => {
      const own = ownId(request as unknown as Request, response)
      const { _id, code } = await enterRoom(ctx, request.ip ?? 'unknown', {
        code: request.params.code,
        participant: own,
      })
      const participant = markOf(_id, own)
      await limitLiveAction(participant, request.ip ?? 'unknown')
      const saved = await keepPosted(ctx, { roundtableId: _id, participant }, request.body)
      response.redirect(303, `/live/${shownLiveCode(code)}${saved ? '?saved=1' : ''}`)
    }),
  )
  return router
}

async function sendDoor(ctx: Context, request: Request, response: Response, wrong: string | null) {
  const head = await noticeHead(ctx, request)
  await sendPage(request, response, { kind: 'live-door', wrong, ...head }, wrong === null ? 200 : 404)
}

async function livePage(ctx: Context, request: Request, response: Response): Promise<LivePage> {
  const participant = ownId(request, response)
  const { _id, code } = await enterRoom(ctx, request.ip ?? 'unknown', {
    code: String(request.params.code),
    participant,
  })
  const [view, own, head] = await Promise.all([
    viewOf(ctx, _id, ctx.live.peopleIn(_id)),
    ownOf(ctx, _id, markOf(_id, participant)),
    noticeHead(ctx, request),
  ])
  if (!view) throw new AppError('not_found')
  const answer = view.item ? (own.answers[view.item.id] ?? null) : null
  const saved = request.query.saved === '1'
  return { kind: 'live', code: shownLiveCode(code), participant, view, answer, saved, ...head }
}

/** What this phone calls itself in live rooms: a number of chance that names nobody. */
function ownId(request: Request, response: Response): string {
  const cookies = (request.headers.cookie ?? '').split(';').map(part => part.trim().split('='))
  const kept = z.uuid().safeParse(cookies.find(([name]) => name === COOKIE)?.[1])
  if (kept.success) return kept.data
  const id = randomUUID()
  response.cookie(COOKIE, id, {
    path: '/live',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.secure,
    maxAge: 2 * 24 * 3_600_000,
  })
  return id
}

/** An answer of a plain form; false: nothing fitting was chosen, or it came too late. */
async function keepPosted(
  ctx: Context,
  joined: { roundtableId: string; participant: string },
  body: unknown,
): Promise<boolean> {
  const { item, choice, points, word } = (body ?? {}) as Record<string, string | string[] | undefined>
  const chosen = [choice ?? word ?? []].flat().filter(text => text.trim() !== '')
  const itemId = typeof item === 'string' ? item : ''
  const parsed = liveAnswerInput.safeParse({
    itemId,
    answer: points === undefined ? chosen : Number(points),
    number: await nextNumber(ctx, { itemId, participant: joined.participant }),
  })
  if (!parsed.success) return false
  try {
    await answerItem(ctx, joined, parsed.data)
    ctx.live.changedRoom(joined.roundtableId)
    return true
  } catch (error) {
    if (
      error instanceof AppError &&
      ['invalid_input', 'wrong_state', 'not_found', 'revision_conflict'].includes(error.code)
    )
      return false
    throw error
  }
}
