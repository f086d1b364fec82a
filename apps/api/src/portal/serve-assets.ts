import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Router } from 'express'
import { portalAssets } from './portal.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.otf': 'font/otf',
}

/** The portal's browser files, kept in memory: they are few, and their names hold a hash, so browsers keep them for ever. */
export function servePortalAssets(): Router {
  const router = Router()
  const files = new Map(
    portalAssets
      .filter(folder => existsSync(folder))
      .flatMap(folder => readdirSync(folder).map(name => [name, readFileSync(join(folder, name))] as const)),
  )
  router.get('/portal/assets/:name', (request, response, next) => {
    const { name } = request.params
    const type = types[extname(name)]
    const plain = files.get(name)
    if (!type || !plain) return next()
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    response.setHeader('Content-Type', type)
    if (!files.has(`${name}.gz`)) return void response.end(plain)
    response.setHeader('Vary', 'Accept-Encoding')
    const encoding = request.acceptsEncodings('br', 'gzip')
    const packed = encoding ? files.get(`${name}.${encoding === 'br' ? 'br' : 'gz'}`) : undefined
    if (encoding && packed) response.setHeader('Content-Encoding', encoding)
    response.end(packed ?? plain)
  })
  return router
}
