import { z } from 'zod'
import { id, staffProcedure } from './common.ts'

/** A picture in surveys: `/pictures/<id>` shows it to everybody who has the id. */
const picture = z.strictObject({ id, type: z.string(), bytes: z.int() })

export const files = {
  addPicture: staffProcedure('unsupported_media_type')
    .route({
      method: 'POST',
      path: '/pictures',
      tags: ['surveys'],
      summary: 'Keep a picture for surveys: PNG, JPEG, WebP or GIF of at most 5 MB',
    })
    .input(z.strictObject({ file: z.file() }))
    .output(picture),
  download: staffProcedure()
    .route({
      method: 'GET',
      path: '/files/{id}',
      tags: ['surveys'],
      summary: 'A file that a respondent gave with a submitted response',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id }))
    .output(
      z.strictObject({
        headers: z.strictObject({
          'content-disposition': z.string(),
          'content-security-policy': z.string(),
        }),
        body: z.file(),
      }),
    ),
}
