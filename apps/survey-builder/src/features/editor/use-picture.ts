import { orpc } from '@sixfold/ui/api-client'
import { asApiError } from '@sixfold/ui/api-error'
import { errorText } from '@sixfold/ui/error-words'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useMutation } from '@tanstack/react-query'
import { settingWords } from '../../words/settings.ts'
import { useEditorActions } from './editor-context.ts'

/** What a browser offers to choose; the server looks into the file itself. */
export const PICTURE_TYPES = 'image/png,image/jpeg,image/webp,image/gif'

/** Where everybody who knows its id sees a picture. */
export const pictureAddress = (id: string) => `/pictures/${id}`

/** Gives an option of a picture choice its picture, and takes it away. */
export function usePicture(question: string, part: string) {
  const say = useSay(settingWords)
  const { language } = useLanguage()
  const { edit } = useEditorActions()
  const upload = useMutation(orpc.files.addPicture.mutationOptions())
  const set = (value: string | null) =>
    edit({ op: 'set-part-setting', question, part, setting: 'picture', value })
  const error = upload.error ? asApiError(upload.error) : null
  const unfit = error?.code === 'unsupported_media_type' || error?.code === 'body_too_large'
  return {
    sending: upload.isPending,
    /** Why the last file was not taken. */
    fault: error && (unfit ? say('pictureFault') : errorText(error, language)),
    choose(file: File | null) {
      if (file) upload.mutate({ file }, { onSuccess: ({ id }) => set(id) })
    },
    remove: () => set(null),
  }
}
