import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { OpenAPI } from '@orpc/openapi'
import { caseDetail } from '@sixfold/contract/cases'
import { localText } from '@sixfold/contract/common'
import { condition } from '@sixfold/contract/conditions'
import { contract } from '@sixfold/contract/contract'
import { deal } from '@sixfold/contract/deals'
import { errorCodes } from '@sixfold/contract/errors'
import { liveRoom } from '@sixfold/contract/live-rooms'
import { question } from '@sixfold/contract/questions'
import { requirement } from '@sixfold/contract/requirements'
import { roundtable } from '@sixfold/contract/roundtables'
import { study } from '@sixfold/contract/studies'
import { surveyDefinition } from '@sixfold/contract/survey-definition'
import { waveDetails } from '@sixfold/contract/waves'
import { Router } from 'express'

const require = createRequire(import.meta.url)

/** The OpenAPI document, from the same contract as server and clients. Generated once, on first demand. */
export async function openApiDocument(): Promise<unknown> {
  // Loaded for those who ask: few processes ever write the document.
  const [{ OpenAPIGenerator }, { ZodToJsonSchemaConverter }] = await Promise.all([
    import('@orpc/openapi'),
    import('@orpc/zod/zod4'),
  ])
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(contract, {
    info: {
      title: 'Sixfold',
      version: '0.1.0',
      description: 'Customer listening: surveys, waves, round tables. Instants are UTC, ISO 8601.',
    },
    servers: [{ url: '/api' }],
    // What stands in many places is written once: else the document is four times as long, and slow to read.
    customErrorResponseBodySchema: { $ref: '#/components/schemas/Refusal' },
    components: { schemas: { Refusal: refusal } },
    commonSchemas: {
      Condition: { schema: condition },
      Question: { schema: question },
      SurveyDefinition: { schema: surveyDefinition },
      LocalText: { schema: localText },
      Case: { schema: caseDetail },
      Deal: { schema: deal },
      LiveRoom: { schema: liveRoom },
      Requirement: { schema: requirement },
      RoundTable: { schema: roundtable },
      Study: { schema: study },
      Wave: { schema: waveDetails },
    },
  })
}

/** The body of every answer that is not the one that was asked for. */
const refusal: OpenAPI.SchemaObject = {
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
}

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Sixfold API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>`

const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, docExpansion: 'none', validatorUrl: null })`

/** `/api/openapi.json`, and `/api/docs` to read and try it. */
export function serveDocument(): Router {
  // The files are served, their module is never loaded: it holds the whole page's program.
  const root = dirname(require.resolve('swagger-ui-dist/package.json'))
  const router = Router()
  let document: Promise<unknown> | null = null
  router.get('/openapi.json', async (_request, response) => {
    document ??= openApiDocument()
    response.json(await document)
  })
  router.get('/docs', (_request, response) => void response.type('html').send(page))
  router.get('/docs/start.js', (_request, response) => void response.type('js').send(start))
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js'])
    router.get(`/docs/${file}`, (_request, response) => response.sendFile(file, { root, maxAge: '1d' }))
  return router
}
