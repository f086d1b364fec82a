import { createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { Contract } from '@sixfold/contract/contract'
import { contract } from '@sixfold/contract/contract'

export interface CallContext {
  idempotencyKey?: string
}

export type TestClient = ContractRouterClient<Contract, CallContext>

/** The contract's client over real HTTP. A refusal rejects with `{ code, status, message, data }`, data being the body. */
export function testClient(url: string, { cookie = '', key = '', language = 'en' } = {}): TestClient {
  const link = new OpenAPILink<CallContext>(contract, {
    url: `${url}/api`,
    headers: ({ context }) => ({
      'x-language': language,
      ...(cookie ? { cookie } : {}),
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(context.idempotencyKey ? { 'idempotency-key': context.idempotencyKey } : {}),
    }),
    customErrorResponseBodyDecoder: (body, response) => {
      const { code, message } = body as { code: string; message: string }
      return new ORPCError(code, { status: response.status, message, data: body })
    },
  })
  return createORPCClient(link)
}
