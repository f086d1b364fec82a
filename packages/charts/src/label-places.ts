/** A mark of a chart with its name, in the units of its axes. */
export interface NamedMark {
  x: number
  y: number
  name: string
  /** In bold, which is wider. */
  strong: boolean
}

/** Where a name begins (or ends) beside the upper left corner of its mark, as ECharts takes it. */
export interface LabelPlace {
  position: [number, number]
  align: 'left' | 'right'
}

const MARK = 13
const LINE = 15
const LETTER = 6.4
/** On the right and on the left of the mark, above and below its lines, then further off. */
const TRIED: readonly LabelPlace[] = [-13, 14, -28, 29].flatMap(y => [
  { position: [18, y], align: 'left' },
  { position: [-5, y], align: 'right' },
])

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * A place for the name of each mark, such that names cover neither each other nor marks where that can be had: the strong ones
 * choose first, each takes the place with the least cover. `axes`: what the drawing shows; `size`: of its inside, in pixels, about.
 */
export function labelPlaces(
  marks: readonly NamedMark[],
  {
    axes,
    size,
  }: {
    axes: { left: number; right: number; bottom: number; top: number }
    size: { width: number; height: number }
  },
): LabelPlace[] {
  const corner = ({ x, y }: NamedMark) => ({
    left: ((x - axes.left) / (axes.right - axes.left)) * size.width - MARK / 2,
    top: (1 - (y - axes.bottom) / (axes.top - axes.bottom)) * size.height - MARK / 2,
  })
  const taken: Box[] = marks.map(mark => {
    const { left, top } = corner(mark)
    return { left, right: left + MARK, top, bottom: top + MARK }
  })
  const inside = { left: 0, right: size.width, top: -2 * LINE, bottom: size.height }
  const places = new Map<number, LabelPlace>()
  const order = marks.map((_, at) => at).sort((a, b) => Number(marks[b]?.strong) - Number(marks[a]?.strong))
  for (const at of order) {
    const mark = marks[at]
    if (!mark) continue
    const { left, top } = corner(mark)
    const width = mark.name.length * LETTER * (mark.strong ? 1.1 : 1)
    const boxOf = ({ position: [dx, dy], align }: LabelPlace): Box => {
      const begin = align === 'left' ? left + dx : left + dx - width
      return { left: begin, right: begin + width, top: top + dy, bottom: top + dy + LINE }
    }
    const costOf = (place: LabelPlace) => {
      const box = boxOf(place)
      const outside = width * LINE - cover(box, inside)
      return Math.round(taken.reduce((sum, other) => sum + cover(box, other), 4 * outside))
    }
    const best = TRIED.reduce((one, other) => (costOf(other) < costOf(one) ? other : one))
    places.set(at, best)
    taken.push(boxOf(best))
  }
  return marks.map((_, at) => places.get(at) ?? (TRIED[0] as LabelPlace))
}

/** The area that two boxes share, in square pixels. */
function cover(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return across > 0 && down > 0 ? across * down : 0
}
