import type { ErrorBody } from '@sixfold/contract/errors'
import type { FileProblem } from '../../words/file.ts'
import { fileProblem } from '../../words/file.ts'

/** Sends one file to the survey behind a link, and gets its id. */
export async function sendFile(
  address: string,
  question: string,
  file: File,
): Promise<{ id: string } | { problem: FileProblem }> {
  try {
    const name = encodeURIComponent(file.name)
    const response = await fetch(`${address}/files/${encodeURIComponent(question)}?name=${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    if (response.ok) return (await response.json()) as { id: string }
    return { problem: fileProblem(((await response.json()) as ErrorBody).code) }
  } catch {
    return { problem: 'later' }
  }
}
