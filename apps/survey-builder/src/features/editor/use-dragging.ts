import type { DndContextProps, UniqueIdentifier } from '@dnd-kit/core'
import { KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import { useSay } from '@sixfold/ui/parts/language'
import { dragWords } from '../../words/drag.ts'

/** What every drag and drop here shares: a short pull before it begins, the keyboard, and its words for screen readers. */
export function useDragging(
  nameOf: (key: string) => string,
): Pick<DndContextProps, 'sensors' | 'accessibility'> {
  const say = useSay(dragWords)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const name = (id: UniqueIdentifier) => nameOf(String(id))
  const over = (word: 'over' | 'dropped', active: UniqueIdentifier, target?: UniqueIdentifier) =>
    target === undefined
      ? say('nowhere', { name: name(active) })
      : say(word, { name: name(active), target: name(target) })
  return {
    sensors,
    accessibility: {
      screenReaderInstructions: { draggable: say('instructions') },
      announcements: {
        onDragStart: ({ active }) => say('picked', { name: name(active.id) }),
        // Over its own place right after it was picked up: that was just said.
        onDragOver: ({ active, over: target }) =>
          active.id === target?.id ? undefined : over('over', active.id, target?.id),
        onDragEnd: ({ active, over: target }) => over('dropped', active.id, target?.id),
        onDragCancel: ({ active }) => say('cancelled', { name: name(active.id) }),
      },
    },
  }
}
