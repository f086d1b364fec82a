import { useQuery } from '@tanstack/react-query'
import { orpc } from './api-client.ts'
import { ApiError, asApiError, readError } from './api-error.ts'
import { currentLanguage } from './chosen-language.ts'

/** Who is signed in, and their organisation; kept for the visit. */
export const sessionQuery = () => orpc.session.get.queryOptions({ staleTime: 5 * 60_000 })

export function useSession() {
  return useQuery(sessionQuery())
}

async function post(path: string, body: unknown): Promise<void> {
  let response: Response
  try {
    response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-language': currentLanguage() },
      body: JSON.stringify(body),
    })
  } catch (thrown) {
    throw asApiError(thrown)
  }
  if (response.ok) return
  throw readError(
    await response.json().catch(() => undefined),
    response.status,
    response.headers.get('x-request-id'),
  )
}

/** Signs in by e-mail and password; the session lives in a cookie that no script can read. */
export async function signIn(credentials: { email: string; password: string }): Promise<void> {
  try {
    await post('sign-in/email', credentials)
  } catch (thrown) {
    const error = asApiError(thrown)
    // The sign-in library has codes of its own; to a person they all mean the same.
    throw error.code === 'unauthenticated' || error.code === 'invalid_input'
      ? new ApiError({ code: 'wrong_credentials', message: error.message, requestId: error.requestId })
      : error
  }
}

export async function signOut(): Promise<void> {
  await post('sign-out', {})
}
