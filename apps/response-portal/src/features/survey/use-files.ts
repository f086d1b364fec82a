import type { AttachedFile, SurveyPage } from '@sixfold/contract/portal'
import { FILE_TYPES } from '@sixfold/domain/survey/file-types'
import type { FileFamily, QuestionOf } from '@sixfold/domain/survey/question'
import { useState } from 'react'
import type { FileProblem } from '../../words/file.ts'
import { sendFile } from './send-file.ts'

export interface UploadState {
  /** The name of the file that is on its way. */
  sending: string | null
  faults: readonly { name: string; problem: FileProblem }[]
}

const idle: UploadState = { sending: null, faults: [] }

/** The files that go with answers. In a preview they stay where they are. */
export function useFiles({ files, address, preview }: SurveyPage) {
  const [known, setKnown] = useState<Readonly<Record<string, AttachedFile>>>(files)
  const [states, setStates] = useState<Readonly<Record<string, UploadState>>>({})
  return {
    nameOf: (id: string) => known[id]?.name ?? id,
    stateOf: (question: string): UploadState => states[question] ?? idle,
    accept: (families: readonly FileFamily[]) =>
      families.flatMap(family => FILE_TYPES[family].map(({ extension }) => `.${extension}`)).join(','),
    /** Sends files one after the other; returns the ids of those that arrived. */
    async send(
      { id, maxFiles, maxMegabytes }: QuestionOf<'upload'>,
      chosen: readonly File[],
      before: readonly string[],
    ) {
      const added: string[] = []
      const faults: { name: string; problem: FileProblem }[] = []
      const tell = (sending: string | null) =>
        setStates(all => ({ ...all, [id]: { sending, faults: [...faults] } }))
      for (const file of chosen) {
        const { name, size } = file
        if (before.length + added.length >= maxFiles) faults.push({ name, problem: 'many' })
        else if (size > maxMegabytes * 1_000_000) faults.push({ name, problem: 'large' })
        else {
          tell(name)
          const result = preview
            ? { id: `preview-${name.length}-${size}` }
            : await sendFile(address, id, file)
          if ('problem' in result) faults.push({ name, problem: result.problem })
          else {
            added.push(result.id)
            setKnown(all => ({ ...all, [result.id]: { name, bytes: size } }))
          }
        }
      }
      tell(null)
      return added
    },
  }
}

export type FilesInUse = ReturnType<typeof useFiles>
