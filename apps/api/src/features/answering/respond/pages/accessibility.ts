import { Router } from 'express'
import type { Context } from '../../../../context.ts'
import { asPage, noticeHead, sendPage } from '../../../../portal/send-page.ts'

/** The statement for customers. It names nobody, because it is also read on the way through a blind survey. */
export function accessibilityPage(ctx: Context): Router {
  const router = Router()
  router.get(
    '/accessibility',
    asPage(ctx, async (request, response) => {
      const head = await noticeHead(ctx, request)
      await sendPage(request, response, { ...head, kind: 'accessibility', organisation: '' })
    }),
  )
  return router
}
