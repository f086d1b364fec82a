/** Also given by the server, to browsers without script. */
const NAME = 'browser'
const KEPT_SECONDS = 180 * 24 * 3600

/**
 * A random name of this browser, for the link at `address` alone, so that answers from several browsers can be told apart.
 * Undefined where the browser keeps none.
 */
export function browserName(address: string): string | undefined {
  const kept = read()
  if (kept) return kept
  const random = crypto.getRandomValues(new Uint8Array(9))
  const name = btoa(String.fromCharCode(...random))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in all browsers of our customers.
  document.cookie = `${NAME}=${name}; path=${address}; max-age=${KEPT_SECONDS}; samesite=lax`
  return read()
}

function read(): string | undefined {
  return new RegExp(`(?:^|; )${NAME}=([\\w-]{8,24})(?:;|$)`).exec(document.cookie)?.[1]
}
