import type { Role } from '@sixfold/contract/staff'

export const appIds = ['home', 'builder', 'scheduler', 'desk'] as const
export type AppId = (typeof appIds)[number]

export interface StaffApp {
  id: AppId
  href: string
  /** Whose daily work is there. An order for the eye only: what a person may see, the server decides. */
  roles: readonly Role[]
}

export const staffApps = [
  { id: 'builder', href: '/builder/', roles: ['administrator', 'marketing', 'analyst'] },
  { id: 'scheduler', href: '/scheduler/', roles: ['administrator', 'regional', 'marketing'] },
  { id: 'desk', href: '/desk/', roles: ['administrator', 'care', 'analyst', 'regional', 'marketing'] },
] as const satisfies readonly StaffApp[]

/**
 * The apps a role works in.
 *
 * @example
 * appsFor('care').map(app => app.id) // ['desk']
 */
export function appsFor(role: Role): readonly (typeof staffApps)[number][] {
  return staffApps.filter(app => app.roles.some(worker => worker === role))
}
