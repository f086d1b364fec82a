import type { ErrorBody } from '@sixfold/contract/errors'

/** Why a file was not taken. */
export type UploadProblem = 'type' | 'large' | 'broken' | 'many' | 'later'

const problems: Partial<Record<ErrorBody['code'], UploadProblem>> = {
  unsupported_media_type: 'type',
  body_too_large: 'large',
  invalid_input: 'broken',
  wrong_state: 'many',
}

/** Sends one file to the survey behind a link, and gets its id. */
export async function sendFile(
  address: string,
  question: string,
  file: File,
): Promise<{ id: string } | { problem: UploadProblem }> {
  try {
    const response = await fetch(`${address}/files/${encodeURIComponent(question)}?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    if (response.ok) return (await response.json()) as { id: string }
    const { code } = (await response.json()) as ErrorBody
    return { problem: problems[code] ?? 'later' }
  } catch {
    return { problem: 'later' }
  }
}
