import { Modal } from '@mantine/core'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import type { Turning } from '../features/minutes/components/minutes-editor.tsx'
import { ActionForm } from '../features/requirements/components/actions.tsx'
import { NoteDialog } from '../features/requirements/components/note-dialog.tsx'
import { minutesWords } from '../words/minutes.ts'

/** What a block of the minutes becomes beside its text: a requirement or an action. */
export function TurnDialogs({ event, turning, onClose, onTurned }: Turning & { event: Roundtable }) {
  const say = useSay(minutesWords)
  const sayCommon = useSay(commonWords)
  const { id, regionId } = event
  return (
    <>
      <NoteDialog
        opened={turning?.into === 'requirement'}
        onClose={onClose}
        at={{ roundtableId: id, regionId, text: turning?.block.text ?? '' }}
        onNoted={requirement => onTurned(requirement.id)}
      />
      <Modal
        opened={turning?.into === 'action'}
        onClose={onClose}
        title={say('actionTitle')}
        closeButtonProps={{ 'aria-label': sayCommon('close') }}
      >
        {turning && (
          <ActionForm
            about={{ aboutKind: 'round_table', aboutId: id }}
            regionIds={[regionId]}
            text={turning.block.text}
            blockId={turning.block.id}
            onClose={onClose}
            onNoted={action => onTurned(action.id)}
          />
        )}
      </Modal>
    </>
  )
}
