import { type Client, type ClientContext, createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { type Contract, contract } from '@sixfold/contract/contract'
import { type ApiError, asApiError, readError } from './api-error.ts'
import { currentLanguage } from './chosen-language.ts'

/** What a caller may say about one request besides its input. */
export interface RequestContext extends ClientContext {
  /** The same key twice is the same write: the server answers with the first result again. */
  idempotencyKey?: string
}

/** The contract's client, with one kind of error. */
type WithApiError<T> =
  T extends Client<infer Context, infer Input, infer Output, infer _Failure>
    ? Client<Context, Input, Output, ApiError>
    : { [Key in keyof T]: WithApiError<T[Key]> }

const link = new OpenAPILink<RequestContext>(contract, {
  url: () => new URL('/api', window.location.origin),
  headers: ({ context }) => ({
    'x-language': currentLanguage(),
    ...(context.idempotencyKey ? { 'idempotency-key': context.idempotencyKey } : {}),
  }),
  customErrorResponseBodyDecoder: (body, response) => {
    const requestId = response.headers['x-request-id']
    const error = readError(body, response.status, typeof requestId === 'string' ? requestId : null)
    return new ORPCError(error.code, { status: response.status, message: error.message, cause: error })
  },
  interceptors: [
    async ({ next }) => {
      try {
        return await next()
      } catch (thrown) {
        if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
        throw asApiError(thrown instanceof ORPCError && thrown.cause ? thrown.cause : thrown)
      }
    },
  ],
})

/** Call a procedure: `await api.waves.get({ id })`. Every failure is an `ApiError`. */
export const api: WithApiError<ContractRouterClient<Contract, RequestContext>> = createORPCClient(link)

/** Query and mutation options with their keys: `useQuery(orpc.waves.get.queryOptions({ input: { id } }))`. */
export const orpc = createTanstackQueryUtils(api)
