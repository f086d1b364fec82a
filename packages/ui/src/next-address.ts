/**
 * Where to sign in, coming back to this page afterwards.
 *
 * @example
 * signInAddress({ pathname: '/builder/waves', search: '?q=a', hash: '' }) // '/?next=%2Fbuilder%2Fwaves%3Fq%3Da'
 */
export function signInAddress({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  const here = `${pathname}${search}${hash}`
  return here === '/' ? '/' : `/?next=${encodeURIComponent(here)}`
}

/**
 * The page to go on to after signing in: a path of this site, nothing else, so a link cannot lead people away.
 *
 * @example
 * nextAddress('/desk/') // '/desk/'
 * nextAddress('//evil.example') // undefined
 */
export function nextAddress(next: unknown): string | undefined {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return undefined
  const address = new URL(next, 'http://here.invalid')
  return address.host === 'here.invalid' && address.pathname !== '/'
    ? `${address.pathname}${address.search}${address.hash}`
    : undefined
}
