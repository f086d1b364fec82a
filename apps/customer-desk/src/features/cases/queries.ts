import { taskOwners } from '@sixfold/contract/tasks'
import { orpc } from '@sixfold/ui/api-client'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { z } from 'zod'

/** What the address of the page says. */
export const caseFilter = z.object({
  of: taskOwners.optional().catch(undefined),
  region: z.string().max(64).optional().catch(undefined),
})
export type CaseFilter = z.infer<typeof caseFilter>

/** A page at a time, the latest first. */
export const casesQuery = ({ of, region }: CaseFilter) =>
  infiniteQueryOptions(
    orpc.cases.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...(of ? { of } : {}),
        ...(region ? { regionId: region } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
  )

export const caseQuery = (id: string) => orpc.cases.get.queryOptions({ input: { id } })

export const latestCasesQuery = (of: { accountId: string } | { contactId: string }) =>
  orpc.cases.list.queryOptions({ input: { ...of, limit: 10 } })
