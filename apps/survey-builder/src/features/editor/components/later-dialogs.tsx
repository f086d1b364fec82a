import { lazy, useEffect } from 'react'

// What opens over the editor is fetched once the editor can be worked in.
const palette = () => import('./palette/palette.tsx')
const entryName = () => import('./palette/entry-name-dialog.tsx')
const changeKind = () => import('./change-kind-dialog.tsx')
const paste = () => import('./paste-dialog.tsx')

export const Palette = lazy(async () => ({ default: (await palette()).Palette }))
export const EntryNameDialog = lazy(async () => ({ default: (await entryName()).EntryNameDialog }))
export const ChangeKindDialog = lazy(async () => ({ default: (await changeKind()).ChangeKindDialog }))
export const PasteDialog = lazy(async () => ({ default: (await paste()).PasteDialog }))

/** Fetches them as soon as the editor stands, so that they open at once, and even if the connection goes. */
export function useDialogsSoon(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      // One that does not arrive now is asked for again when it is opened.
      for (const load of [palette, entryName, changeKind, paste]) load().catch(() => undefined)
    })
    return () => clearTimeout(timer)
  }, [])
}
