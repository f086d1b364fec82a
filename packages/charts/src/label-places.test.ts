import { expect, test } from '@jest/globals'
import type { LabelPlace, NamedMark } from './label-places.ts'
import { labelPlaces } from './label-places.ts'

const axes = { left: 50, right: 90, bottom: 0, top: 40 }
const size = { width: 700, height: 260 }
const boxOf = ({ x, y, name }: NamedMark, { position: [dx, dy], align }: LabelPlace) => {
  const left = ((x - axes.left) / 40) * size.width - 6.5 + dx
  const top = (1 - y / 40) * size.height - 6.5 + dy
  const width = name.length * 6.4
  return { left: align === 'left' ? left : left - width, top, width }
}

test('names of marks that lie close do not cover each other, and stay inside', () => {
  const marks: NamedMark[] = [
    { x: 62, y: 20, name: 'Technical solutions', strong: false },
    { x: 62.4, y: 20.5, name: 'Support and service', strong: false },
    { x: 63, y: 19, name: 'Administration', strong: false },
    { x: 89.5, y: 30, name: 'Company image', strong: false },
    { x: 50.5, y: 5, name: 'Delivery', strong: false },
  ]
  const boxes = labelPlaces(marks, { axes, size }).map((place, at) => boxOf(marks[at] as NamedMark, place))
  for (const [at, box] of boxes.entries()) {
    expect(box.left).toBeGreaterThanOrEqual(0)
    expect(box.left + box.width).toBeLessThanOrEqual(size.width)
    for (const other of boxes.slice(at + 1)) {
      const apart =
        box.left + box.width <= other.left ||
        other.left + other.width <= box.left ||
        Math.abs(box.top - other.top) >= 15
      expect(apart).toBe(true)
    }
  }
})

test('a mark alone has its name at its right, above its lines', () => {
  expect(labelPlaces([{ x: 60, y: 20, name: 'Delivery', strong: true }], { axes, size })).toEqual([
    { position: [18, -13], align: 'left' },
  ])
})
