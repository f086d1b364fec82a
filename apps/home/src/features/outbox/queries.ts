import type { mailState } from '@sixfold/contract/operations'
import { orpc } from '@sixfold/ui/api-client'
import { infiniteQueryOptions } from '@tanstack/react-query'
import type { z } from 'zod'

export type MailState = z.infer<typeof mailState>

export interface MailFilter {
  state?: MailState | undefined
  search?: string | undefined
}

/** Mails by state and words, a page at a time, the latest first. */
export const mailsQuery = ({ state, search }: MailFilter) =>
  infiniteQueryOptions(
    orpc.outbox.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 50,
        ...(state ? { state } : {}),
        ...(search ? { search } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
  )

export const mailQuery = (id: string) => orpc.outbox.get.queryOptions({ input: { id } })
