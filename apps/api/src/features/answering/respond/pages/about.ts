import type { AboutPage } from '@sixfold/contract/portal'
import { textIn } from '@sixfold/domain/local-text'
import { minutesToAnswer } from '@sixfold/domain/survey/length'
import { walk } from '@sixfold/domain/survey/logic/walk'
import { answeringProgress } from '@sixfold/domain/survey/progress'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Request, RequestHandler } from 'express'
import type { Context } from '../../../../context.ts'
import { limitToken } from '../../../../http/limits.ts'
import { asPage, sendPage } from '../../../../portal/send-page.ts'
import { noticeOf } from '../../../privacy/privacy-notices/service.ts'
import { askedSurvey } from '../../asked-surveys/service.ts'
import { closesOn, followInvitation, houseOf } from '../service.ts'
import { blindHead } from './blind.ts'
import { blankPage, knownLanguage } from './survey-page.ts'

/** Who asks and why. Every link leads here, also one that is used or has ended; it names nobody who was invited. */
export function aboutPage(ctx: Context): RequestHandler<{ token: string }> {
  return asPage<{ token: string }>(ctx, async (request, response) => {
    const { token } = request.params
    await limitToken(token)
    const { invitation, wave } = await followInvitation(ctx, token)
    const survey = await askedSurvey(ctx, wave)
    const { definition } = survey
    const wanted = typeof request.query.language === 'string' ? request.query.language : undefined
    const language =
      knownLanguage(survey, wanted) ??
      knownLanguage(survey, invitation.language) ??
      definition.defaultLanguage
    const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language, definition.defaultLanguage)
    const blind = wave.kind === 'blind'
    const [house, notice] = await Promise.all([houseOf(ctx), noticeOf(ctx, wave.surveyId)])
    const address = `/r/${encodeURIComponent(token)}`
    const organisation = blind
      ? (await blindHead(ctx, request as unknown as Request)).organisation
      : house.name
    const page: AboutPage = {
      kind: 'about',
      organisation,
      language,
      languages: blankPage(survey, language).languages,
      address,
      back: `${address}?language=${language}`,
      title: say(definition.title),
      minutes: Math.max(1, Math.ceil(minutesToAnswer(definition))),
      questions: answeringProgress(definition, {}, walk(definition, {}, {})).total,
      closesOn: await closesOn(ctx, wave.closesAt),
      minimum: house.minimumCell,
      known: !blind && invitation.contactId !== null,
      notice: blind
        ? null
        : {
            version: notice.version,
            since: notice.since && wallTimeIn(notice.since, house.zone).date,
            purpose: say(notice.purpose),
            basis: notice.basis,
            readers: say(notice.readers),
            retentionMonths: notice.retentionMonths,
            responsible: notice.responsible,
            postalAddress: notice.address,
            contactName: notice.contactName,
            contactEmail: notice.contactEmail,
            contactPhone: notice.contactPhone,
          },
    }
    await sendPage(request as unknown as Request, response, page)
  })
}
