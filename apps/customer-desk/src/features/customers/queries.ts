import type { AccountFields } from '@sixfold/contract/customers'
import { orpc } from '@sixfold/ui/api-client'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

export interface AccountFilter {
  search?: string | undefined
  region?: string | undefined
  kind?: AccountFields['kind'] | undefined
  segment?: string | undefined
  /** An id; `none`: nobody looks after them. */
  owner?: string | undefined
}

export interface ContactFilter {
  search?: string | undefined
  region?: string | undefined
  kind?: AccountFields['kind'] | undefined
  seniority?: 'executive' | 'manager' | 'specialist' | undefined
}

const PAGE = 50

/** Only what is said: an address without filters is the shortest. */
function said<Input extends object>(input: Input): { [K in keyof Input]?: Exclude<Input[K], undefined> } {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [K in keyof Input]?: Exclude<Input[K], undefined>
  }
}

/** Accounts by what they are, a page at a time, by name. */
export const accountsQuery = ({ region, owner, ...filter }: AccountFilter) =>
  infiniteQueryOptions(
    orpc.customers.listAccounts.infiniteOptions({
      input: (cursor: string | undefined) =>
        said({ limit: PAGE, ...filter, regionId: region, ownerId: owner, cursor }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
  )

export const contactsQuery = ({ region, ...filter }: ContactFilter) =>
  infiniteQueryOptions(
    orpc.customers.listContacts.infiniteOptions({
      input: (cursor: string | undefined) => said({ limit: PAGE, ...filter, regionId: region, cursor }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
  )

/** Segments and colleagues, for filters and forms. */
export const choicesQuery = () => orpc.customers.accountChoices.queryOptions({ staleTime: 60_000 })

export const accountQuery = (id: string) => orpc.customers.getAccount.queryOptions({ input: { id } })
export const contactQuery = (id: string) => orpc.customers.getContact.queryOptions({ input: { id } })

/** The people of one account; one with more than two hundred shows the first of them. */
export const peopleQuery = (accountId: string) =>
  orpc.customers.listContacts.queryOptions({ input: { accountId, limit: 200 } })

/** Whatever shows customers is old after a change of one. */
function useCustomersChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.customers.key() })
}

export function useCreateAccount() {
  return useMutation(orpc.customers.createAccount.mutationOptions({ onSuccess: useCustomersChanged() }))
}

export function useChangeAccount() {
  return useMutation(orpc.customers.changeAccount.mutationOptions({ onSuccess: useCustomersChanged() }))
}

export function useCreateContact() {
  return useMutation(orpc.customers.createContact.mutationOptions({ onSuccess: useCustomersChanged() }))
}

export function useChangeContact() {
  return useMutation(orpc.customers.changeContact.mutationOptions({ onSuccess: useCustomersChanged() }))
}
