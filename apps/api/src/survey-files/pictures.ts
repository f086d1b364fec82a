import { HEAD_BYTES, recognise, TAIL_BYTES } from '../files/recognise.ts'

const KINDS = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
/** As large as a picture may be that is given for surveys. */
const MOST_BYTES = 5_000_000

/** A picture that a file carries; null for what is no picture, whatever it says of itself. */
export async function pictureFrom(address: string): Promise<File | null> {
  const content = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
  const bytes = content.length
  if (bytes === 0 || bytes > MOST_BYTES) return null
  const type = await recognise({
    head: content.subarray(0, HEAD_BYTES),
    tail: content.subarray(-TAIL_BYTES),
    bytes,
    read: async function* () {
      yield content
    },
  })
  if (type === null || !KINDS.has(type)) return null
  return new File([new Uint8Array(content)], `picture.${type.slice('image/'.length)}`, { type })
}

export function pictureAddress(type: string, content: Buffer): string {
  return `data:${type};base64,${content.toString('base64')}`
}
