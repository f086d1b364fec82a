import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'
import type { Config } from '../config.ts'

const nonces = new WeakMap<Response, string>()

/** The nonce of a page's own style elements; scripts are files, they need none. */
export function styleNonce(response: Response): string {
  let nonce = nonces.get(response)
  if (!nonce) {
    nonce = randomBytes(16).toString('base64')
    nonces.set(response, nonce)
  }
  return nonce
}

/** Lets a page carry the style of this hash. */
export function allowStyle(response: Response, source: string): void {
  const policy = response.getHeader('Content-Security-Policy')
  if (typeof policy !== 'string') return
  response.setHeader(
    'Content-Security-Policy',
    policy.replace("style-src 'self'", `style-src 'self' ${source}`),
  )
}

/** Lets these sites show this page in a frame, besides our own; no other page may be framed. */
export function allowFraming(response: Response, origins: readonly string[]): void {
  const policy = response.getHeader('Content-Security-Policy')
  if (origins.length === 0 || typeof policy !== 'string') return
  const ancestors = `frame-ancestors 'self' ${origins.join(' ')}`
  response.setHeader('Content-Security-Policy', policy.replace("frame-ancestors 'self'", ancestors))
  // It knows no list of sites, and would forbid them all.
  response.removeHeader('X-Frame-Options')
}

/** Headers for every answer: nothing from elsewhere, no inline script or style, no framing by others, no referrer. */
export function securityHeaders(config: Pick<Config, 'publicUrl'>): RequestHandler {
  const secure = config.publicUrl.startsWith('https://')
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${styleNonce(response as Response)}'`],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        frameAncestors: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'sameorigin' },
    crossOriginEmbedderPolicy: false,
  })
}
