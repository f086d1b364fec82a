import type { Router } from 'express'
import express from 'express'
import type { Context } from '../../../context.ts'
import { attachment } from '../../../http/attachment.ts'
import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { fileJobs, planSweep } from './jobs.ts'
import { openPicture, readUpload, storePicture } from './service.ts'

/** Whatever a file holds, a browser that opens it runs nothing of it. */
const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'"

export const filesFeature = defineFeature({
  routes: {
    files: {
      addPicture: forStaff.files.addPicture.handler(async ({ context, input }) => {
        const { _id: id, type, bytes } = await storePicture(context.ctx, context.actor, input.file)
        return { id, type, bytes }
      }),
      download: forStaff.files.download.handler(async ({ context, input }) => {
        const body = await readUpload(context.ctx, context.actor, input.id)
        const headers = { 'content-disposition': attachment(body.name), 'content-security-policy': SANDBOX }
        return { headers, body }
      }),
    },
  },
  assets: servePictures,
  jobs: fileJobs,
  onStart: planSweep,
})

/** Pictures in surveys. An id stands for one content for ever, so browsers keep it. */
function servePictures(ctx: Context): Router {
  const router = express.Router()
  router.get('/pictures/:id', async (request, response) => {
    const { type, bytes, content } = await openPicture(ctx, request.params.id)
    response.setHeader('Content-Type', type)
    response.setHeader('Content-Length', bytes)
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    response.setHeader('Content-Security-Policy', SANDBOX)
    if (request.method === 'HEAD') return void response.end()
    for await (const piece of content()) if (!response.write(piece)) await drained(response)
    response.end()
  })
  return router
}

/** Waits until the reader has taken what was sent, or has gone. */
function drained(response: express.Response): Promise<void> {
  return new Promise(resolve => {
    response.once('drain', resolve)
    response.once('close', resolve)
  })
}
