import type { StaffMember } from '@sixfold/contract/staff'
import { role } from '@sixfold/contract/staff'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { Auth } from './auth.ts'
import { ALL_REGIONS } from './auth.ts'

/** The signed-in person of a request, read from the database each time: a changed role counts at once (R2). */
export async function readActor(auth: Auth, headers: Headers): Promise<StaffMember | null> {
  if (!headers.get('cookie')) return null
  const session = await auth.api.getSession({ headers })
  return session ? toStaffMember(session.user) : null
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
