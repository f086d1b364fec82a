import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent } from 'react'

/**
 * A link by address, for the shell, which serves apps whose routes it does not know. Inside the app it moves
 * without a reload; elsewhere it is an ordinary link. Pages use the router's typed `Link`.
 */
export function AppLink({
  href,
  onClick,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const openAddress = useOpenAddress()
  function followInside(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain) return
    event.preventDefault()
    openAddress(href)
  }
  return <a href={href} onClick={followInside} {...rest} />
}

const appBases = ['/builder/', '/scheduler/', '/desk/']
const baseOf = (path: string) =>
  appBases.find(base => path === base.slice(0, -1) || path.startsWith(base)) ?? '/'

/** Opens an address of this site: inside the app by its router, else by loading the other app. */
export function useOpenAddress(): (href: string) => void {
  const router = useRouter()
  return href => {
    if (baseOf(href) === baseOf(window.location.pathname)) router.history.push(href)
    else window.location.assign(href)
  }
}
