import { z } from 'zod'
import {
  emailAddress,
  entranceProcedure,
  id,
  instant,
  personProcedure,
  staffProcedure,
  timeZone,
} from './common.ts'
import { uiLanguages } from './words.ts'

export const role = z.enum(['administrator', 'marketing', 'regional', 'care', 'analyst'])
export type Role = z.infer<typeof role>

/** `all`, or the ids of the regions a person may see. */
export const regionScope = z.union([z.literal('all'), z.array(id).max(200)])

export const staffMember = z.strictObject({
  id,
  name: z.string(),
  email: z.string(),
  role,
  regions: regionScope,
  language: z.enum(uiLanguages),
})
export type StaffMember = z.infer<typeof staffMember>

export const region = z.strictObject({ id, name: z.string(), country: z.string(), zone: z.string() })
export type Region = z.infer<typeof region>

export const organisation = z.strictObject({
  name: z.string(),
  languages: z.array(z.string()),
  zone: z.string(),
  fiscalStartMonth: z.int(),
  minimumCell: z.int(),
})
export type Organisation = z.infer<typeof organisation>

const name = z.string().trim().min(1).max(120)
const password = z.string().min(12).max(200)
const token = z.string().min(1).max(200)

/** A password chosen anew. */
export const newPassword = z.strictObject({ password })

export const newMember = z.strictObject({ name, password, language: z.enum(uiLanguages) })

/** What the first administrator says about the house and about themselves. */
export const setupInput = z.strictObject({
  organisation: z.string().trim().min(1).max(120),
  zone: timeZone,
  email: emailAddress,
  ...newMember.shape,
})

export const staffInvitationInput = z.strictObject({
  email: emailAddress,
  role,
  regions: regionScope,
  language: z.enum(uiLanguages),
})

/** What a colleague may do, and where. */
export const staffRights = z.strictObject({ role, regions: regionScope })

/** The body of /api/auth/sign-in/email. Any text may be tried: what is wrong with it is nobody's business. */
export const signInInput = z.strictObject({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(1000),
})

export const passwordChange = z.strictObject({ current: z.string().min(1).max(1000), password })

/** Signing in and out are plain posts beside the contract: /api/auth/sign-in/email and /api/auth/sign-out. */
export const session = {
  get: staffProcedure()
    .route({ method: 'GET', path: '/session', tags: ['staff'], summary: 'Who is signed in' })
    .output(
      z.strictObject({
        actor: staffMember,
        organisation,
        regions: z.array(region),
        now: instant,
        demonstration: z.boolean(),
      }),
    ),
  setLanguage: staffProcedure()
    .route({
      method: 'PUT',
      path: '/session/language',
      tags: ['staff'],
      summary: 'Choose the language of the screens',
    })
    .input(z.strictObject({ language: z.enum(uiLanguages) }))
    .output(staffMember),
  changePassword: personProcedure('wrong_credentials')
    .route({
      method: 'PUT',
      path: '/session/password',
      tags: ['staff'],
      summary: 'Change the own password; ends every session, this one too',
    })
    .input(passwordChange),
}

export const resetRequest = z.strictObject({ email: emailAddress })

export const passwordResets = {
  ask: entranceProcedure()
    .route({
      method: 'POST',
      path: '/password-resets',
      tags: ['staff'],
      summary: 'Send a link for a new password, if the address has an account',
    })
    .input(resetRequest),
  complete: entranceProcedure('link_unknown', 'link_used', 'link_expired')
    .route({
      method: 'POST',
      path: '/password-resets/{token}',
      tags: ['staff'],
      summary: 'Choose a new password; ends every session',
    })
    .input(z.strictObject({ token, password })),
}

export const setup = {
  /** Before anybody is signed in: is there a first administrator, whose house is this? */
  welcome: entranceProcedure()
    .route({ method: 'GET', path: '/welcome', tags: ['staff'], summary: 'What a sign-in page may know' })
    .output(
      z.strictObject({ organisation: z.string(), needsSetup: z.boolean(), demonstration: z.boolean() }),
    ),
  complete: entranceProcedure('link_unknown', 'link_used')
    .route({
      method: 'POST',
      path: '/setup/{token}',
      tags: ['staff'],
      summary: 'Create the first administrator',
    })
    .input(z.strictObject({ token, ...setupInput.shape }))
    .output(staffMember),
}

export const staffInvitation = z.strictObject({
  id,
  email: z.string(),
  role,
  regions: regionScope,
  invitedAt: instant,
  expiresAt: instant,
})

export const staff = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/staff',
      tags: ['staff'],
      summary: 'Everybody who may sign in, and open invitations',
    })
    .output(z.strictObject({ members: z.array(staffMember), invitations: z.array(staffInvitation) })),
  invite: personProcedure('already_exists')
    .route({
      method: 'POST',
      path: '/staff/invitations',
      tags: ['staff'],
      summary: 'Invite a colleague by mail',
    })
    .input(staffInvitationInput)
    .output(staffInvitation),
  withdraw: personProcedure()
    .route({
      method: 'DELETE',
      path: '/staff/invitations/{id}',
      tags: ['staff'],
      summary: 'Withdraw an open invitation',
    })
    .input(z.strictObject({ id })),
  change: personProcedure('wrong_state')
    .route({
      method: 'PATCH',
      path: '/staff/{id}',
      tags: ['staff'],
      summary: 'Change the role and regions of a colleague; counts at once',
    })
    .input(z.strictObject({ id, ...staffRights.shape }))
    .output(staffMember),
  end: personProcedure('wrong_state')
    .route({
      method: 'DELETE',
      path: '/staff/{id}',
      tags: ['staff'],
      summary: 'End an account and all its sessions',
    })
    .input(z.strictObject({ id })),
  readInvitation: entranceProcedure('link_unknown', 'link_used', 'link_expired')
    .route({
      method: 'GET',
      path: '/join/{token}',
      tags: ['staff'],
      summary: 'What an invited colleague sees first',
    })
    .input(z.strictObject({ token }))
    .output(
      z.strictObject({ email: z.string(), role, organisation: z.string(), language: z.enum(uiLanguages) }),
    ),
  join: entranceProcedure('link_unknown', 'link_used', 'link_expired', 'already_exists')
    .route({ method: 'POST', path: '/join/{token}', tags: ['staff'], summary: 'Accept a staff invitation' })
    .input(z.strictObject({ token, ...newMember.shape }))
    .output(staffMember),
}
