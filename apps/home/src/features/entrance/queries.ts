import { orpc } from '@sixfold/ui/api-client'

export const welcomeQuery = () => orpc.setup.welcome.queryOptions({ staleTime: 60_000 })

export const invitationQuery = (token: string) =>
  orpc.staff.readInvitation.queryOptions({ input: { token }, staleTime: Number.POSITIVE_INFINITY })
