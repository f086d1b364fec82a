import { createHmac } from 'node:crypto'
import { createMember } from '@sixfold/api/features/house/staff/service'
import type { Role, StaffMember } from '@sixfold/contract/staff'
import type { BrowserContext } from 'playwright-core'
import type { TestClient } from './api-client.ts'
import { testClient } from './api-client.ts'
import { nextNumber } from './serial.ts'
import type { RegionName, TestApi } from './start-test-api.ts'
import { PASSWORD } from './tests-password.ts'

export interface Colleague extends StaffMember {
  password: string
  /** Calls the API as this person. */
  api: TestClient
  /** The session, as a `Cookie` header. */
  cookie: string
}

/** Creates a member of staff with an open session: `await colleague(api, 'marketing')`. All regions unless some are named. */
export async function colleague(
  api: TestApi,
  role: Role,
  { regions, language = 'en', name }: { regions?: RegionName[]; language?: 'en' | 'vi'; name?: string } = {},
): Promise<Colleague> {
  const serial = nextNumber(api.ctx, 'colleague')
  const member = await createMember(api.ctx, {
    name: name ?? `${role} ${serial}`,
    email: `${role}-${serial}@example.com`,
    password: PASSWORD,
    role,
    regions: regions ? regions.map(region => api.regions[region]) : 'all',
    language,
  })
  const cookie = await openSession(api, member)
  return { ...member, password: PASSWORD, cookie, api: testClient(api.url, { cookie, language }) }
}

/** Opens a session as signing in does, without its work on the password, and returns it as a `Cookie` header. */
async function openSession({ ctx }: TestApi, { id }: StaffMember): Promise<string> {
  const { internalAdapter, authCookies, secret } = await ctx.auth.$context
  const { token } = await internalAdapter.createSession(id)
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}`
}

/** Signs in over HTTP and returns the session as a `Cookie` header. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}

/** Gives a browser this person's session, without the way through the sign-in page. */
export async function bringSession(
  context: BrowserContext,
  url: string,
  { cookie }: Colleague,
): Promise<void> {
  const cookies = cookie.split('; ').map(pair => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url, httpOnly: true, sameSite: 'Lax' as const }
  })
  await context.addCookies(cookies)
}
