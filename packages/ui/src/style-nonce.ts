import { setNonce } from 'get-nonce'

/** The page's own nonce: styles that scripts add are allowed with it and only with it. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

/** The dialogs' scroll lock adds a style of its own and asks there for the nonce. */
export function shareNonce(): void {
  const nonce = styleNonce()
  if (nonce) setNonce(nonce)
}
