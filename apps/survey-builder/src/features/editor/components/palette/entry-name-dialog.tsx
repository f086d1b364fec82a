import { Button, Modal } from '@mantine/core'
import type { LibraryEntry } from '@sixfold/contract/question-library'
import { libraryName } from '@sixfold/contract/question-library'
import type { Question } from '@sixfold/domain/survey/question'
import { TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { z } from 'zod'
import { paletteWords } from '../../../../words/palette.ts'
import { useRenameInLibrary, useSaveToLibrary } from '../../library-queries.ts'

const form = z.strictObject({ name: libraryName })

type EntryNameDialogProps = { onClose: () => void } & (
  | { rename: LibraryEntry }
  | { keep: Question; name: string }
)

/** Asks for the name of an entry: a new one, or one that gets another name. */
export function EntryNameDialog(props: EntryNameDialogProps) {
  const { onClose } = props
  const say = useSay(paletteWords)
  const sayCommon = useSay(commonWords)
  const save = useSaveToLibrary()
  const rename = useRenameInLibrary()
  const renaming = 'rename' in props
  const fields = useContractForm({
    schema: form,
    defaultValues: { name: renaming ? props.rename.name : props.name },
    refusals: { already_exists: say('taken') },
    async submit({ name }) {
      if (renaming) await rename.mutateAsync({ id: props.rename.id, name })
      else await save.mutateAsync({ name, question: props.keep })
      toast.done(say('saved', { name }))
      onClose()
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={renaming ? say('renameTitle', { name: props.rename.name }) : say('save')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <ContractForm of={fields}>
        {!renaming && <p>{say('saveText')}</p>}
        <TextField
          control={fields.form.control}
          name="name"
          label={say('name')}
          help={say('nameHelp')}
          autoFocus
        />
        <FormActions>
          <Button type="submit" variant="filled" loading={save.isPending || rename.isPending}>
            {say(renaming ? 'renameDo' : 'save')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {sayCommon('cancel')}
          </Button>
        </FormActions>
      </ContractForm>
    </Modal>
  )
}
