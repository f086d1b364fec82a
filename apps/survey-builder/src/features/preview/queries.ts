import { orpc } from '@sixfold/ui/api-client'
import { keepPreviousData, skipToken } from '@tanstack/react-query'

/** Shorter searches would read much of the customer record for nothing. */
export const SHORTEST_SEARCH = 2
const MOST_FOUND = 8

export const contactQuery = (id: string | undefined) =>
  orpc.customers.getContact.queryOptions({ input: id === undefined ? skipToken : { id }, retry: false })

export const contactsQuery = (search: string) =>
  orpc.customers.listContacts.queryOptions({
    input: search.length < SHORTEST_SEARCH ? skipToken : { search, limit: MOST_FOUND },
    placeholderData: keepPreviousData,
  })
