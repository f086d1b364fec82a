import type { deliveryState } from '@sixfold/contract/webhooks'
import { orpc } from '@sixfold/ui/api-client'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'

export type DeliveryState = z.infer<typeof deliveryState>

export const keysQuery = () => orpc.apiKeys.list.queryOptions()
export const webhooksQuery = () => orpc.webhooks.list.queryOptions()

/** What was sent to a system, a page at a time. */
export const deliveriesQuery = (id: string, state: DeliveryState | undefined) =>
  infiniteQueryOptions(
    orpc.webhooks.deliveries.infiniteOptions({
      input: (cursor: string | undefined) => ({
        id,
        ...(state ? { state } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
  )

function useKeysChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.apiKeys.key() })
}

function useWebhooksChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.webhooks.key() })
}

export function useMakeKey() {
  return useMutation(orpc.apiKeys.make.mutationOptions({ onSuccess: useKeysChanged() }))
}

export function useEndKey() {
  return useMutation(orpc.apiKeys.end.mutationOptions({ onSuccess: useKeysChanged() }))
}

export function useMakeWebhook() {
  return useMutation(orpc.webhooks.make.mutationOptions({ onSuccess: useWebhooksChanged() }))
}

export function useChangeWebhook() {
  return useMutation(orpc.webhooks.change.mutationOptions({ onSuccess: useWebhooksChanged() }))
}

export function useRenewSecret() {
  return useMutation(orpc.webhooks.renewSecret.mutationOptions({ onSuccess: useWebhooksChanged() }))
}

export function useEndWebhook() {
  return useMutation(orpc.webhooks.end.mutationOptions({ onSuccess: useWebhooksChanged() }))
}

export function useTestWebhook() {
  return useMutation(orpc.webhooks.test.mutationOptions({ onSuccess: useWebhooksChanged() }))
}

export function useReplay() {
  return useMutation(orpc.webhooks.replay.mutationOptions({ onSuccess: useWebhooksChanged() }))
}

export function useReplayDead() {
  return useMutation(orpc.webhooks.replayDead.mutationOptions({ onSuccess: useWebhooksChanged() }))
}
