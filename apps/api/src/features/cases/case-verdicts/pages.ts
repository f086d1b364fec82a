import type { OwnDone } from '@sixfold/contract/portal'
import { uiLanguages } from '@sixfold/contract/words'
import type { Request, Response } from 'express'
import express, { Router } from 'express'
import type { Context } from '../../../context.ts'
import { limitToken, limitWish } from '../../../http/limits.ts'
import { asPage } from '../../../portal/send-page.ts'
import { followPersonalLink } from '../../privacy/personal-links/service.ts'
import { giveVerdict, judge } from './service.ts'

type ToCase = {
  token: string
  id: string
}

/** Four thousand signs stay far below it, whatever their script. */
const form = express.urlencoded({ extended: false, limit: '60kb', parameterLimit: 10 })

/** What a customer says about the own cases: plain forms of the own page, which lead back there. */
export function casePages(ctx: Context): Router {
  const router = Router()

  router.post(
    '/me/:token/cases/:id/verdict',
    form,
    asPage<ToCase>(ctx, async (request, response) => {
      const { contactId } = await follow(ctx, request)
      const said = textOf(request, 'verdict')
      const round = Number(textOf(request, 'round'))
      if ((said !== 'solved' && said !== 'not_solved') || !Number.isSafeInteger(round))
        return back(request, response)
      const outcome = await giveVerdict(ctx, contactId, {
        caseId: request.params.id,
        round,
        solved: said === 'solved',
        words: textOf(request, 'words'),
      })
      back(request, response, outcome)
    }),
  )

  router.post(
    '/me/:token/cases/:id/judgement',
    form,
    asPage<ToCase>(ctx, async (request, response) => {
      const { contactId } = await follow(ctx, request)
      const score = SCORES.indexOf(textOf(request, 'score')) + 1
      if (score === 0) return back(request, response)
      await judge(ctx, contactId, { caseId: request.params.id, score })
      back(request, response, 'judged')
    }),
  )

  return router
}

const SCORES = ['1', '2', '3', '4', '5']

async function follow(ctx: Context, request: Request<ToCase>) {
  await limitToken(request.params.token)
  const visit = await followPersonalLink(ctx, request.params.token, 'own_page')
  await limitWish(visit.contactId)
  return visit
}

function back(request: Request<ToCase>, response: Response, done?: OwnDone): void {
  const language = uiLanguages.find(tag => tag === request.query.language)
  const query = new URLSearchParams({ ...(language ? { language } : {}), ...(done ? { done } : {}) })
  response.redirect(303, `/me/${encodeURIComponent(request.params.token)}?${query}`)
}

function textOf(request: Request<ToCase>, field: string): string {
  const value = (request.body as Record<string, unknown> | undefined)?.[field]
  return typeof value === 'string' ? value : ''
}
