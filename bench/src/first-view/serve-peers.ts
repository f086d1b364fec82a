import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import express from 'express'
import { build } from 'vite'
import { document, staticForm, surveyJson } from './same-questions.ts'

/** Serves the same questions with SurveyJS at /surveyjs and as a plain form at /static: packed beforehand, kept in memory. */
export async function servePeers(definition: SurveyDefinition): Promise<{ url: string; close(): void }> {
  const { js, css } = await bundle()
  const data = JSON.stringify(surveyJson(definition)).replaceAll('<', '\\u003c')
  const files: Record<string, { type: string; body: string }> = {
    '/surveyjs': {
      type: 'html',
      body: document(
        'SurveyJS',
        '<link rel="stylesheet" href="/survey.css"><script type="module" src="/survey.js"></script>',
        `<div id="root"></div><script type="application/json" id="survey">${data}</script>`,
      ),
    },
    '/static': { type: 'html', body: staticForm(definition) },
    '/survey.js': { type: 'js', body: js },
    '/survey.css': { type: 'css', body: css },
  }
  const app = express()
  for (const [path, { type, body }] of Object.entries(files)) {
    const packed = { br: brotliCompressSync(body), gzip: gzipSync(body, { level: 9 }) }
    app.get(path, (request, response) => {
      // Pages travel as the portal's do.
      const encoding = type === 'html' ? 'gzip' : request.acceptsEncodings('br', 'gzip') || 'gzip'
      response
        .type(type)
        .set('Content-Encoding', encoding)
        .end(packed[encoding as keyof typeof packed])
    })
  }
  app.get('/favicon.ico', (_request, response) => void response.status(204).end())
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

async function bundle(): Promise<{ js: string; css: string }> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    root: join(import.meta.dirname, '../..'),
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: { input: join(import.meta.dirname, 'surveyjs-page.ts') },
    },
  })
  const output = [made].flat().flatMap(result => ('output' in result ? result.output : []))
  const js = output.find(file => file.type === 'chunk')
  const css = output.find(file => file.type === 'asset' && file.fileName.endsWith('.css'))
  if (js?.type !== 'chunk' || css?.type !== 'asset') throw new Error('SurveyJS was not bundled')
  return { js: js.code, css: String(css.source) }
}
