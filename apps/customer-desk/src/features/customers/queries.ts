import { orpc } from '@sixfold/ui/api-client'
import { infiniteQueryOptions } from '@tanstack/react-query'

export interface CustomerFilter {
  search?: string | undefined
  region?: string | undefined
}

const inputOf = ({ search, region }: CustomerFilter, cursor: string | undefined) => ({
  limit: 50,
  ...(search ? { search } : {}),
  ...(region ? { regionId: region } : {}),
  ...(cursor ? { cursor } : {}),
})

/** Accounts by words and region, a page at a time, by name. */
export const accountsQuery = (filter: CustomerFilter) =>
  infiniteQueryOptions(
    orpc.customers.listAccounts.infiniteOptions({
      input: (cursor: string | undefined) => inputOf(filter, cursor),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
  )

export const contactsQuery = (filter: CustomerFilter) =>
  infiniteQueryOptions(
    orpc.customers.listContacts.infiniteOptions({
      input: (cursor: string | undefined) => inputOf(filter, cursor),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
  )

export const accountQuery = (id: string) => orpc.customers.getAccount.queryOptions({ input: { id } })

/** The people of one account; one with more than two hundred shows the first of them. */
export const peopleQuery = (accountId: string) =>
  orpc.customers.listContacts.queryOptions({ input: { accountId, limit: 200 } })
