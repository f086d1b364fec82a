import { shownPages, stepAddress, stepAfter, stepFromText } from '@sixfold/contract/portal-steps'
import type { Request } from 'express'
import { Router } from 'express'
import type { Context } from '../../../../context.ts'
import { AppError } from '../../../../errors.ts'
import { requestContext } from '../../../../http/request.ts'
import { asPage, sendPage } from '../../../../portal/send-page.ts'
import type { Preview } from '../service.ts'
import { readPreview, wayOf } from '../service.ts'
import { plainForm } from './plain-form.ts'
import { fieldOf, plainFields } from './posted.ts'
import { knownLanguage, previewPage } from './survey-page.ts'
import { previewThanks } from './thanks.ts'

type WithSurvey = Request<{ surveyId: string }>

/** A draft as a customer would see it, for staff of the house; nothing that is answered here is stored. */
export function previewPages(ctx: Context): Router {
  const router = Router()

  router.get(
    '/preview/:surveyId',
    asPage<{ surveyId: string }>(ctx, async (request, response) => {
      const { page, language } = request.query
      const preview = await previewed(ctx, request)
      const place = { address: addressOf(request), page, language: textOf(language) }
      const shown = await previewPage(ctx, preview, place)
      if (shown.step === 'thanks')
        return sendPage(request, response, await previewThanks(ctx, preview, shown.language))
      await sendPage(request, response, shown)
    }),
  )

  // Without script a preview leads on, and forgets.
  router.post(
    '/preview/:surveyId',
    plainForm,
    asPage<{ surveyId: string }>(ctx, async (request, response) => {
      const preview = await previewed(ctx, request)
      const { definition } = preview.survey
      const fields = plainFields(request.body)
      const chosen = fieldOf(fields, 'language')
      const language =
        knownLanguage(preview.survey, chosen ?? fieldOf(fields, 'shown')) ?? definition.defaultLanguage
      const step = stepFromText(fieldOf(fields, 'page'), definition.pages.length) ?? 'welcome'
      const shown = shownPages(definition, wayOf(preview, {}))
      const to = chosen === undefined ? stepAfter(step, fieldOf(fields, 'go'), shown) : step
      response.redirect(303, stepAddress(addressOf(request), to, language))
    }),
  )
  return router
}

/** To everybody else there is no such page. */
function previewed(ctx: Context, request: WithSurvey): Promise<Preview> {
  const { actor } = requestContext(request as unknown as Request)
  if (!actor) throw new AppError('not_found')
  return readPreview(ctx, actor, request.params.surveyId, textOf(request.query.contact))
}

function addressOf({ params, query }: WithSurvey): string {
  const address = `/preview/${encodeURIComponent(params.surveyId)}`
  const contact = textOf(query.contact)
  return contact ? `${address}?contact=${encodeURIComponent(contact)}` : address
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
