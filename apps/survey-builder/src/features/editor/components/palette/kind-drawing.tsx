import type { QuestionKind } from '@sixfold/domain/survey/question'
import type { ReactNode } from 'react'
import styles from './kind-drawing.module.css'

/** A small drawing of how a kind is answered; beside its name it says nothing new to who cannot see it. */
export function KindDrawing({ kind }: { kind: QuestionKind }) {
  return (
    <svg className={styles.drawing} viewBox="0 0 56 36" aria-hidden="true">
      {drawings[kind]}
    </svg>
  )
}

/** One line of words. */
function Line({ x, y, length, strong }: { x: number; y: number; length: number; strong?: boolean }) {
  return (
    <path
      className={strong ? styles.strong : styles.words}
      d={`M${x} ${y}h${length}`}
      strokeLinecap="round"
    />
  )
}

/** A cell of a scale. */
function Cell({ x, chosen, children }: { x: number; chosen?: boolean; children?: ReactNode }) {
  return (
    <>
      <rect className={chosen ? styles.chosen : styles.edge} x={x} y={13} width={8} height={10} rx={1.5} />
      {children}
    </>
  )
}

function Cells({ chosen, dots }: { chosen: number; dots?: boolean }) {
  return [0, 1, 2, 3, 4].map(at => (
    <Cell key={at} x={4 + at * 10} chosen={at === chosen}>
      {dots && (
        <circle
          className={at === chosen ? styles.onChosen : styles.edge}
          cx={8 + at * 10}
          cy={18}
          r={1 + at / 2}
        />
      )}
    </Cell>
  ))
}

/** The mark of an option with its words. */
function Option({ y, shape, chosen }: { y: number; shape: 'round' | 'square'; chosen?: boolean }) {
  const look = chosen ? styles.chosen : styles.edge
  return (
    <>
      {shape === 'round' ? (
        <circle className={look} cx={10} cy={y} r={3} />
      ) : (
        <rect className={look} x={7} y={y - 3} width={6} height={6} rx={1} />
      )}
      <Line x={18} y={y} length={24 + (y % 4) * 3} />
    </>
  )
}

function Field({ y = 11, height = 14, children }: { y?: number; height?: number; children?: ReactNode }) {
  return (
    <>
      <rect className={styles.edge} x={4} y={y} width={48} height={height} rx={2} />
      {children}
    </>
  )
}

function Figures({ from, to, chosen }: { from: number; to: number; chosen: number }) {
  const width = 48 / (to - from + 1)
  return Array.from({ length: to - from + 1 }, (_, at) => (
    <rect
      // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a scale have no other name
      key={at}
      className={at === chosen ? styles.chosen : styles.edge}
      x={4 + at * width + 0.5}
      y={13}
      width={width - 1}
      height={10}
      rx={1}
    />
  ))
}

const drawings: Record<QuestionKind, ReactNode> = {
  satisfaction: <Cells chosen={3} dots />,
  agreement: (
    <>
      <Cells chosen={4} />
      <Line x={4} y={29} length={10} />
      <Line x={42} y={29} length={10} />
    </>
  ),
  rating: (
    <>
      <Figures from={1} to={7} chosen={4} />
      <Line x={4} y={29} length={8} />
      <Line x={44} y={29} length={8} />
    </>
  ),
  grid: [8, 18, 28].map((y, row) => (
    <g key={y}>
      <Line x={4} y={y} length={14} />
      {[0, 1, 2, 3].map(at => (
        <circle
          key={at}
          className={at === 3 - row ? styles.chosen : styles.edge}
          cx={26 + at * 8}
          cy={y}
          r={2.4}
        />
      ))}
    </g>
  )),
  nps: (
    <>
      <Figures from={0} to={10} chosen={9} />
      <Line x={4} y={29} length={8} />
      <Line x={44} y={29} length={8} />
    </>
  ),
  csat: (
    <>
      <Line x={4} y={6} length={20} strong />
      <Cells chosen={4} dots />
    </>
  ),
  ces: (
    <>
      <path className={styles.words} d="M6 26c8 0 8-14 18-14s10 8 16 8 6-4 10-6" strokeLinecap="round" />
      <circle className={styles.chosen} cx={50} cy={14} r={3} />
      <circle className={styles.edge} cx={6} cy={26} r={2} />
    </>
  ),
  choice: (
    <>
      <Option y={8} shape="round" />
      <Option y={18} shape="round" chosen />
      <Option y={28} shape="round" />
    </>
  ),
  choices: (
    <>
      <Option y={8} shape="square" chosen />
      <Option y={18} shape="square" />
      <Option y={28} shape="square" chosen />
    </>
  ),
  dropdown: (
    <>
      <Field y={6} height={12}>
        <Line x={9} y={12} length={22} />
        <path className={styles.strong} d="M43 11l2.500 2.500 2.500-2.500" />
      </Field>
      <path className={styles.edge} d="M4 22v8h48v-8" />
      <Line x={9} y={25} length={26} />
    </>
  ),
  ranking: [8, 18, 28].map((y, at) => (
    <g key={y}>
      <rect
        className={at === 0 ? styles.chosen : styles.edge}
        x={5}
        y={y - 4}
        width={8}
        height={8}
        rx={1.5}
      />
      <Line x={18} y={y} length={28 - at * 6} />
    </g>
  )),
  picture: [4, 22, 40].map((x, at) => (
    <g key={x}>
      <rect
        className={at === 1 ? styles.chosenEdge : styles.edge}
        x={x}
        y={7}
        width={13}
        height={16}
        rx={1.5}
      />
      <path className={styles.words} d={`M${x + 2} 20l4-6 3 4 1.500-2 1.500 4`} />
      <Line x={x + 2} y={29} length={9} />
    </g>
  )),
  slider: (
    <>
      <Line x={5} y={18} length={46} />
      <path className={styles.strong} d="M5 18h28" strokeLinecap="round" />
      <circle className={styles.chosen} cx={33} cy={18} r={4} />
    </>
  ),
  sum: [8, 18, 28].map((y, at) => (
    <g key={y}>
      <rect className={styles.edge} x={38} y={y - 4} width={14} height={8} rx={1.5} />
      <path className={styles.strong} d={`M5 ${y}h${[26, 16, 8][at]}`} strokeLinecap="round" />
    </g>
  )),
  text: (
    <Field y={6} height={24}>
      <Line x={9} y={12} length={36} />
      <Line x={9} y={18} length={30} />
      <path className={styles.caret} d="M9 22v5" />
    </Field>
  ),
  number: (
    <Field>
      <text className={styles.figures} x={9} y={21.5}>
        1 250
      </text>
      <Line x={40} y={18} length={7} />
    </Field>
  ),
  date: (
    <>
      <rect className={styles.edge} x={14} y={7} width={28} height={24} rx={2} />
      <path className={styles.edge} d="M14 13h28M21 4v5M35 4v5" />
      {[0, 1, 2, 3, 4, 5].map(at => (
        <rect
          key={at}
          className={at === 4 ? styles.chosen : styles.dot}
          x={18 + (at % 3) * 8}
          y={16 + Math.floor(at / 3) * 7}
          width={4}
          height={4}
          rx={0.5}
        />
      ))}
    </>
  ),
  'yes-no': (
    <>
      <rect className={styles.chosen} x={4} y={11} width={23} height={14} rx={2} />
      <path className={styles.onChosenStroke} d="M12 18l2.500 2.500 5-5" />
      <rect className={styles.edge} x={29} y={11} width={23} height={14} rx={2} />
      <path className={styles.strong} d="M38 15.500l5 5M43 15.500l-5 5" />
    </>
  ),
  consent: (
    <>
      <rect className={styles.edge} x={5} y={13} width={9} height={9} rx={1.5} />
      <Line x={19} y={13} length={32} />
      <Line x={19} y={19} length={28} />
      <Line x={19} y={25} length={18} />
    </>
  ),
  'contact-details': (
    <>
      <rect className={styles.edge} x={4} y={6} width={48} height={24} rx={2} />
      <circle className={styles.chosen} cx={14} cy={14} r={3.5} />
      <path className={styles.chosen} d="M8 25c0-4 2.500-6 6-6s6 2 6 6z" />
      <Line x={27} y={13} length={19} />
      <Line x={27} y={19} length={15} />
      <Line x={27} y={25} length={17} />
    </>
  ),
  upload: (
    <>
      <rect className={styles.dashed} x={4} y={6} width={48} height={24} rx={2} />
      <path className={styles.strong} d="M28 25V13M23 17.500l5-5 5 5" />
    </>
  ),
  statement: (
    <>
      <Line x={4} y={9} length={30} strong />
      <Line x={4} y={16} length={48} />
      <Line x={4} y={22} length={44} />
      <Line x={4} y={28} length={26} />
    </>
  ),
}
