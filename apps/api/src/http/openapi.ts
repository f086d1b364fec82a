import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '@sixfold/contract/contract'
import { errorCodes } from '@sixfold/contract/errors'
import { Router } from 'express'

/** The OpenAPI document, from the same contract as server and clients. Generated once, on first demand. */
export async function openApiDocument(): Promise<unknown> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(contract, {
    info: {
      title: 'Sixfold',
      version: '0.1.0',
      description: 'Customer listening: surveys, waves, round tables. Instants are UTC, ISO 8601.',
    },
    servers: [{ url: '/api' }],
    customErrorResponseBodySchema: {
      type: 'object',
      required: ['code', 'message', 'requestId'],
      properties: {
        code: { type: 'string', enum: errorCodes },
        message: { type: 'string' },
        fields: {
          type: 'array',
          items: {
            type: 'object',
            required: ['path', 'message'],
            properties: { path: { type: 'string' }, message: { type: 'string' } },
          },
        },
        data: {},
        requestId: { type: 'string' },
      },
    },
  })
}

/** `/api/openapi.json`; the readable page at `/api/docs` is built from it. */
export function serveDocument(): Router {
  const router = Router()
  let document: Promise<unknown> | null = null
  router.get('/openapi.json', async (_request, response) => {
    document ??= openApiDocument()
    response.json(await document)
  })
  return router
}
