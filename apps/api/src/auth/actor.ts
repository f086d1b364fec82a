import type { StaffMember } from '@sixfold/contract/staff'
import { role } from '@sixfold/contract/staff'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { Auth } from './auth.ts'
import { ALL_REGIONS } from './auth.ts'

export interface StaffSession {
  id: string
  actor: StaffMember
  /** `Set-Cookie` headers that keep the browser's copy in step. */
  cookies: string[]
}

/** The session of a `Cookie` header, read from the database each time: a changed role or an ended account counts at once (R2). */
export async function readSession(auth: Auth, cookie: string | undefined): Promise<StaffSession | null> {
  if (!cookie) return null
  const { headers, response } = await auth.api.getSession({
    headers: new Headers({ cookie }),
    returnHeaders: true,
  })
  if (!response) return null
  return { id: response.session.id, actor: toStaffMember(response.user), cookies: headers.getSetCookie() }
}

interface StoredStaff {
  id: string
  name: string
  email: string
  role: string
  regions: string[]
  language: string
}

export function toStaffMember(user: StoredStaff): StaffMember {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: role.parse(user.role),
    regions: user.regions.includes(ALL_REGIONS) ? 'all' : [...user.regions],
    language: uiLanguageFor(user.language),
  }
}
