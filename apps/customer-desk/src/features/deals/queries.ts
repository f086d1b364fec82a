import { dealResult } from '@sixfold/contract/deals'
import type { DealSide } from '@sixfold/domain/deals/deal'
import { orpc } from '@sixfold/ui/api-client'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'

const idInAddress = z.string().max(64).optional().catch(undefined)
const quarterInAddress = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/)
  .optional()
  .catch(undefined)

/** What the address of the page says. */
export const dealFilter = z.object({
  view: z.literal('list').optional().catch(undefined),
  result: dealResult.optional().catch(undefined),
  region: idInAddress,
  competitor: idInAddress,
  product: idInAddress,
  from: quarterInAddress,
  to: quarterInAddress,
  search: z.string().max(120).optional().catch(undefined),
  unheard: z.literal(true).optional().catch(undefined),
  confidence: z.enum(['80', '90']).optional().catch(undefined),
  side: z.literal('buyer').optional().catch(undefined),
})
export type DealFilter = z.infer<typeof dealFilter>

const searchOf = ({ result, region, competitor, product, from, to }: DealFilter) => ({
  ...(result ? { result } : {}),
  ...(region ? { regionId: region } : {}),
  ...(competitor ? { competitorId: competitor } : {}),
  ...(product ? { productId: product } : {}),
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
})

/** A page at a time, the latest first. */
export const dealsQuery = (filter: DealFilter) =>
  infiniteQueryOptions(
    orpc.deals.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...searchOf(filter),
        ...(filter.search ? { search: filter.search } : {}),
        ...(filter.unheard ? { unheard: 'true' } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
  )

export const dealRatesQuery = (filter: DealFilter) => {
  const { result: _result, ...search } = searchOf(filter)
  return orpc.deals.rates.queryOptions({
    input: { ...search, ...(filter.confidence ? { confidence: filter.confidence } : {}) },
  })
}

export const dealQuery = (id: string) => orpc.deals.get.queryOptions({ input: { id } })
export const interviewQuery = (id: string, side: DealSide) =>
  orpc.deals.interview.queryOptions({ input: { id, side } })

export const productChoices = () => orpc.products.list.queryOptions({ staleTime: 5 * 60_000 })
export const memberChoices = () => orpc.deals.people.queryOptions({ staleTime: 5 * 60_000 })
export const competitorChoices = () => orpc.competitors.list.queryOptions()
export const surveyChoices = () => orpc.surveys.list.queryOptions()

const FOUND_AT_ONCE = 20
export const accountChoices = (search: string) =>
  orpc.customers.listAccounts.queryOptions({
    input: { search, limit: FOUND_AT_ONCE },
    enabled: search.trim() !== '',
  })
export const contactChoices = (accountId: string | null) =>
  orpc.customers.listContacts.queryOptions({
    input: { ...(accountId === null ? {} : { accountId }), limit: 100 },
    enabled: accountId !== null,
  })

function useDealsChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.deals.key() })
}

export const useCreateDeal = () =>
  useMutation(orpc.deals.create.mutationOptions({ onSuccess: useDealsChanged() }))
export const useChangeDeal = () =>
  useMutation(orpc.deals.change.mutationOptions({ onSettled: useDealsChanged() }))
export const useCodeSide = () =>
  useMutation(orpc.deals.code.mutationOptions({ onSettled: useDealsChanged() }))
export const useBeginInterview = () =>
  useMutation(orpc.deals.beginInterview.mutationOptions({ onSuccess: useDealsChanged() }))

/** Keeps answers; what comes back stands for the interview. */
export function useSaveInterview() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.deals.saveInterview.mutationOptions({
      onSuccess(kept) {
        queryClient.setQueryData(interviewQuery(kept.dealId, kept.side).queryKey, kept)
        // The deal says how far its interviews are.
        if (kept.state === 'held')
          void queryClient.invalidateQueries({ queryKey: dealQuery(kept.dealId).queryKey })
      },
    }),
  )
}
