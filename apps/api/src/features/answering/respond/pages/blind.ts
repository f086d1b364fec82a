import type { BlindSurveyPage, BlindTicketPage, LetterHead, NoticeReason } from '@sixfold/contract/portal'
import { stepFromText } from '@sixfold/contract/portal-steps'
import { textIn } from '@sixfold/domain/local-text'
import { minutesToAnswer } from '@sixfold/domain/survey/length'
import { walk } from '@sixfold/domain/survey/logic/walk'
import { answeringProgress } from '@sixfold/domain/survey/progress'
import type { Request, Response } from 'express'
import { Router } from 'express'
import type { Context } from '../../../../context.ts'
import { AppError } from '../../../../errors.ts'
import { asPage, noticeHead, sendPage } from '../../../../portal/send-page.ts'
import { carrierOf } from '../../../waves/blind-settings/service.ts'
import type { AskedSurvey } from '../../asked-surveys/service.ts'
import { askedSurvey } from '../../asked-surveys/service.ts'
import { openWave } from '../../blind-ballots/service.ts'
import type { Invited } from '../service.ts'
import { closesOn, houseOf } from '../service.ts'
import { blankPage, knownLanguage } from './survey-page.ts'

/** The head of a page that must not say who asks. */
export async function blindHead(ctx: Context, request: Request): Promise<LetterHead> {
  return { ...(await noticeHead(ctx, request)), organisation: await carrierOf(ctx) }
}

/** The page of a personal link of a blind wave. It changes nothing: the ballot is earned by the browser. */
export async function sendTicket(
  ctx: Context,
  request: Request,
  response: Response,
  { invitation, wave, contactName }: Invited,
): Promise<void> {
  if (invitation.contactId === null || contactName === null) throw new AppError('link_unknown')
  if (invitation.state === 'opted_out') return sendNotice(ctx, request, response, 'opted_out', 200)
  if (invitation.closed || wave.state === 'closed')
    return sendNotice(ctx, request, response, 'link_expired', 410)
  const survey = await askedSurvey(ctx, wave)
  const { definition } = survey
  const head = await blankHead(ctx, survey, request, invitation.language)
  const { minimumCell } = await houseOf(ctx)
  const page: BlindTicketPage = {
    ...head,
    kind: 'blind-ticket',
    address: `/r/${encodeURIComponent(String(request.params.token))}`,
    waveId: wave.id,
    questionsAt: `/b/${wave.id}?language=${head.language}`,
    title: textIn(definition.title, head.language, definition.defaultLanguage),
    minutes: Math.max(1, Math.ceil(minutesToAnswer(definition))),
    questions: answeringProgress(definition, {}, walk(definition, {}, {})).total,
    closesOn: await closesOn(ctx, wave.closesAt),
    minimum: minimumCell,
    earned: invitation.state === 'finished',
  }
  await sendPage(request, response, page)
}

/** The questions of a blind wave: nobody is told apart here, and no answer comes this way. */
export function blindPages(ctx: Context): Router {
  const router = Router()
  router.get(
    '/b/:wave',
    asPage<{ wave: string }>(ctx, async (incoming, response) => {
      const request = incoming as unknown as Request
      try {
        const wave = await openWave(ctx, incoming.params.wave)
        const survey = await askedSurvey(ctx, wave)
        const page: BlindSurveyPage = {
          ...blankPage(survey, survey.definition.defaultLanguage),
          ...(await blankHead(ctx, survey, request, undefined)),
          kind: 'blind-survey',
          waveId: wave.id,
          definition: survey.definition,
          address: `/b/${wave.id}`,
          step: stepFromText(request.query.page, survey.definition.pages.length) ?? 'welcome',
          closesOn: await closesOn(ctx, wave.closesAt),
          deviceKey: `blind.${wave.id}`,
        }
        await sendPage(request, response, page)
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'link_expired') throw error
        await sendNotice(ctx, request, response, 'link_expired', error.status)
      }
    }),
  )
  return router
}

async function blankHead(
  ctx: Context,
  survey: AskedSurvey,
  request: Request,
  wanted: string | undefined,
): Promise<LetterHead> {
  const { query } = request
  const chosen = typeof query.language === 'string' ? knownLanguage(survey, query.language) : undefined
  const language = chosen ?? knownLanguage(survey, wanted) ?? survey.definition.defaultLanguage
  return { organisation: await carrierOf(ctx), language, languages: blankPage(survey, language).languages }
}

async function sendNotice(
  ctx: Context,
  request: Request,
  response: Response,
  reason: NoticeReason,
  status: number,
): Promise<void> {
  await sendPage(request, response, { kind: 'notice', reason, ...(await blindHead(ctx, request)) }, status)
}
