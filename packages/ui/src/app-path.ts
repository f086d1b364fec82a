/**
 * Joins an app's base and a path inside it.
 *
 * @example
 * joinPath('/builder', '/waves') // '/builder/waves'
 * joinPath('/', '/staff') // '/staff'
 * joinPath('/builder', '/') // '/builder/'
 */
export function joinPath(base: string, path: string): string {
  return `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`
}

const withoutEnd = (path: string) => path.replace(/\/+$/, '') || '/'

/**
 * The tab whose page, or the parent of whose page, is open: the longest one that fits. The app's own first page
 * is nobody's parent.
 *
 * @example
 * currentTab('/builder/waves/42', ['/builder/', '/builder/waves'], '/builder') // '/builder/waves'
 * currentTab('/builder/other', ['/builder/'], '/builder') // undefined
 */
export function currentTab(pathname: string, tabs: readonly string[], base: string): string | undefined {
  const here = withoutEnd(pathname)
  const first = withoutEnd(base)
  return tabs
    .filter(tab => {
      const path = withoutEnd(tab)
      return here === path || (path !== first && here.startsWith(`${path}/`))
    })
    .toSorted((a, b) => b.length - a.length)[0]
}
