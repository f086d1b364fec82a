import { FileDrop as SharedFileDrop } from '@sixfold/ui/parts/file-drop'
import { useSay } from '@sixfold/ui/parts/language'
import { importPageWords } from '../../../words/imports.ts'

export interface FileDropProps {
  file: File | undefined
  onChoose: (file: File) => void
}

/** The place for a customer file. */
export function FileDrop(props: FileDropProps) {
  const say = useSay(importPageWords)
  return (
    <SharedFileDrop
      label={say('file')}
      accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
      limits={say('limits')}
      {...props}
    />
  )
}
