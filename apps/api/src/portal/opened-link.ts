import { addMinutes } from 'date-fns/addMinutes'
import type { Request, Response } from 'express'
import type { Context } from '../context.ts'
import { hashToken, isSameSecret } from '../secrets.ts'

/** Long enough to read, correct and ask; whoever finds the browser open later presses the button again. */
const OPEN_MINUTES = 30
const NAME = 'opened'

type ToPerson = { token: string }

/**
 * Notes in the browser that a person opened this link by a posted form. Mail scanners follow links and post nothing, so a page
 * that asks for this note shows them nothing.
 */
export function noteOpened(ctx: Context, request: Request<ToPerson>, response: Response, path: string): void {
  const expires = addMinutes(ctx.clock.now(), OPEN_MINUTES)
  const until = String(expires.getTime())
  response.cookie(NAME, `${until}.${markOf(ctx, request.params.token, until)}`, {
    path,
    maxAge: OPEN_MINUTES * 60_000,
    httpOnly: true,
    sameSite: 'strict',
    secure: ctx.config.publicUrl.startsWith('https:'),
  })
}

export function wasOpened(ctx: Context, request: Request<ToPerson>): boolean {
  const cookies = (request.headers.cookie ?? '').split(/; */)
  const value = cookies.find(one => one.startsWith(`${NAME}=`))?.slice(NAME.length + 1) ?? ''
  const [until = '', mark = ''] = value.split('.')
  if (!isSameSecret(mark, markOf(ctx, request.params.token, until))) return false
  return ctx.clock.now().getTime() < Number(until)
}

const markOf = (ctx: Context, token: string, until: string): string =>
  ctx.secrets.markOfOpened(`${hashToken(token)} ${until}`)
