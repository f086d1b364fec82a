import type { QuestionKind } from '@sixfold/domain/survey/question'
import { foldText, matchesSearch } from '@sixfold/domain/text/fold'
import { useSay } from '@sixfold/ui/parts/language'
import { useState } from 'react'
import { kindGroupNames, kindNames, kindPurposes } from '../../../../words/kinds.ts'
import { paletteWords } from '../../../../words/palette.ts'
import { KINDS_BY_GROUP } from '../../kind-groups.ts'
import { ChoiceList } from './choice-list.tsx'
import { KindDrawing } from './kind-drawing.tsx'
import styles from './palette.module.css'

interface KindListProps {
  onChoose: (kind: QuestionKind) => void
  /** A kind that is not offered: the one there is. */
  without?: QuestionKind
}

/** Every kind of question with its name, its purpose and a drawing. Found by either language. */
export function KindList({ onChoose, without }: KindListProps) {
  const say = useSay(paletteWords)
  const sayGroup = useSay(kindGroupNames)
  const sayName = useSay(kindNames)
  const sayPurpose = useSay(kindPurposes)
  const [search, setSearch] = useState('')
  const [active, setActive] = useState<QuestionKind | null>(null)
  const words = (kind: QuestionKind) =>
    [kind, sayName(kind), sayPurpose(kind), kindNames('en')(kind), kindNames('vi')(kind)].join(' ')
  const offered = KINDS_BY_GROUP.map(({ group, kinds }) => ({
    group,
    kinds: kinds.filter(kind => kind !== without && matchesSearch(words(kind), search)),
  }))
  // Who types a name in full means that kind, even if others before it begin alike.
  const named = offered
    .flatMap(({ kinds }) => kinds)
    .find(kind => foldText(sayName(kind)) === foldText(search))
  return (
    <ChoiceList
      look="cards"
      label={say('findKind')}
      placeholder={say('findKind')}
      search={search}
      onSearch={words => {
        setSearch(words)
        setActive(null)
      }}
      active={active ?? named ?? null}
      onActive={setActive}
      onChoose={onChoose}
      empty={say('noKind', { search })}
      groups={offered.map(({ group, kinds }) => ({
        id: group,
        label: sayGroup(group),
        items: kinds.map(kind => ({
          id: kind,
          content: (
            <span className={styles.kind}>
              <span className={styles.drawing}>
                <KindDrawing kind={kind} />
              </span>
              <span className={styles.words}>
                <span className={styles.name}>{sayName(kind)}</span>
                <span className={styles.purpose}>{sayPurpose(kind)}</span>
              </span>
            </span>
          ),
        })),
      }))}
    />
  )
}
