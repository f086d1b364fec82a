import { requireThat, requireWhole } from '../checks.ts'
import { rake } from '../statistics/designs.ts'
import { isDetermined } from '../statistics/determined.ts'
import { scoreInterval } from '../statistics/intervals.ts'
import { weightedDesignEffect } from '../statistics/weights.ts'

/** Those of one row and column, such as a region and a segment: how many there are, and what those said who answered. */
export interface WeightingCell {
  row: string
  column: string
  /** People of the frame whom those who were asked stand for. */
  population: number
  /** People of the frame whom one of those who were asked stands for. */
  design: number
  respondents: number
  /** By factor. */
  answers: Readonly<Record<string, { valid: number; satisfied: number }>>
}

export type WeightingMethod = 'design' | 'post_stratified' | 'raked'

/** Groups that are weighted as one: alone where enough answered, the smallest together. */
export interface WeightingClass {
  names: string[]
  population: number
  respondents: number
}

export interface WeightedFigure {
  factor: string
  /** 0 to 100; null: hidden, because a small group could be computed from it, or nobody rated it. */
  percentSatisfied: number | null
  low: number | null
  high: number | null
}

export interface Weighting {
  method: WeightingMethod
  /** Of raking; null: there is nothing to repeat. */
  iterations: number | null
  /** People between a weighted margin and its target at most. */
  maxGap: number | null
  converged: boolean
  /** Of one respondent; 1 is the mean. */
  lowest: number
  highest: number
  /** Kish's: what the weights cost. */
  designEffect: number
  effectiveSample: number
  figures: WeightedFigure[]
}

export interface WeightingReport {
  population: number
  respondents: number
  rows: WeightingClass[]
  columns: WeightingClass[]
  /** By which margin answers were post-stratified. */
  stratifiedBy: 'rows' | 'columns'
  unweighted: WeightedFigure[]
  weightings: Weighting[]
}

/**
 * Percent satisfied as it was answered, and as it would be if those who answered were made up like those they stand for: by design
 * weights alone, then post-stratified by one margin, then raked to both. Groups in which fewer than `minimumCell` answered are weighted
 * together. Intervals are Wilson's on the effective answers: divided by Kish's effect, and by how alike people of one account answer.
 * A figure from which a group or a crossing of fewer than `minimumCell` could be solved is hidden (law 5). Null: too few answered.
 *
 * @param shown Rows and columns whose own figures are shown elsewhere, by factor.
 * @param likeness Design effects of accounts, by factor.
 * @throws RangeError for numbers that no cell can have.
 * @see Lohr, Sampling: Design and Analysis, 2nd ed., 8.5; Kish (1992)
 * @example weightingReport({ cells, factors: ['delivery'], minimumCell: 5, confidence: 0.95, shown: () => [], likeness: {} })
 */
export function weightingReport({
  cells,
  factors,
  minimumCell,
  confidence,
  shown,
  likeness,
}: {
  cells: readonly WeightingCell[]
  factors: readonly string[]
  minimumCell: number
  confidence: number
  shown: (factor: string) => ReadonlySet<string>
  likeness: Readonly<Record<string, number | null>>
}): WeightingReport | null {
  requireCells(cells)
  requireWhole('minimumCell', minimumCell, 1)
  const respondents = sum(cells, cell => cell.respondents)
  if (respondents < minimumCell) return null
  const rows = classesOf(cells, 'row', minimumCell)
  const columns = classesOf(cells, 'column', minimumCell)
  const stratifiedBy = rows.length > 1 ? 'rows' : 'columns'
  const raked = rakedFactors(cells, rows, columns)
  const weightsBy: Record<WeightingMethod, readonly number[]> = {
    design: cells.map(({ design }) => design),
    post_stratified: stratifiedWeights(cells, stratifiedBy === 'rows' ? rows : columns, stratifiedBy),
    raked: cells.map((cell, at) => cell.design * (raked.factors[at] ?? 0)),
  }
  const methods = ['design', 'post_stratified', 'raked'] as const
  const safe = new Set(
    factors.filter(factor => !givesAway(cells, factor, shown(factor), Object.values(weightsBy), minimumCell)),
  )
  const figures = (weights: readonly number[], isShown: (factor: string) => boolean) =>
    factors.map(factor =>
      isShown(factor)
        ? figureOf(cells, factor, weights, { confidence, likeness: likeness[factor] ?? null, minimumCell })
        : { factor, percentSatisfied: null, low: null, high: null },
    )
  return {
    population: sum(cells, cell => cell.population),
    respondents,
    rows,
    columns,
    stratifiedBy,
    unweighted: figures(
      cells.map(() => 1),
      () => true,
    ),
    weightings: methods.map(method => {
      const weights = weightsBy[method]
      const groups = cells.map(({ respondents: count }, at) => ({ weight: weights[at] ?? 0, count }))
      const used = groups.filter(({ count }) => count > 0)
      const mean = sum(used, ({ weight, count }) => weight * count) / respondents
      const designEffect = weightedDesignEffect(used)
      return {
        method,
        iterations: method === 'raked' ? raked.iterations : null,
        maxGap: method === 'raked' ? raked.maxGap : null,
        converged: method !== 'raked' || raked.converged,
        lowest: Math.min(...used.map(({ weight }) => weight)) / mean,
        highest: Math.max(...used.map(({ weight }) => weight)) / mean,
        designEffect,
        effectiveSample: respondents / designEffect,
        figures: figures(weights, factor => safe.has(factor)),
      }
    }),
  }
}

/** The groups of one margin, the smallest together until enough answered in each. */
function classesOf(
  cells: readonly WeightingCell[],
  by: 'row' | 'column',
  minimumCell: number,
): WeightingClass[] {
  const all = [...Map.groupBy(cells, cell => cell[by])].map(([name, own]) => ({
    names: [name],
    population: sum(own, cell => cell.population),
    respondents: sum(own, cell => cell.respondents),
  }))
  const [together, ...alone] = all
    .toSorted((a, b) => a.respondents - b.respondents || (a.names[0] ?? '').localeCompare(b.names[0] ?? ''))
    .reduce<WeightingClass[]>((classes, next) => {
      const rest = classes[0]
      if (rest && (rest.respondents < minimumCell || next.respondents < minimumCell))
        return [joined(rest, next), ...classes.slice(1)]
      return rest ? [rest, ...classes.slice(1), next] : [next]
    }, [])
  return together ? [...alone.toReversed(), together] : []
}

const joined = (a: WeightingClass, b: WeightingClass): WeightingClass => ({
  names: [...a.names, ...b.names],
  population: a.population + b.population,
  respondents: a.respondents + b.respondents,
})

const classAt = (classes: readonly WeightingClass[], name: string) =>
  classes.findIndex(({ names }) => names.includes(name))

function stratifiedWeights(
  cells: readonly WeightingCell[],
  classes: readonly WeightingClass[],
  by: 'rows' | 'columns',
): number[] {
  const placeOf = (cell: WeightingCell) => classAt(classes, by === 'rows' ? cell.row : cell.column)
  const answered = classes.map((_, at) =>
    sum(cells, cell => (placeOf(cell) === at ? cell.design * cell.respondents : 0)),
  )
  return cells.map(cell => {
    const at = placeOf(cell)
    return (cell.design * (classes[at]?.population ?? 0)) / (answered[at] || 1)
  })
}

/** Close enough, in parts of the population. */
const RAKED_WITHIN = 1e-8

function rakedFactors(
  cells: readonly WeightingCell[],
  rows: readonly WeightingClass[],
  columns: readonly WeightingClass[],
) {
  const population = sum(rows, row => row.population)
  const tolerance = Math.max(RAKED_WITHIN * population, Number.MIN_VALUE)
  const { weights, iterations, maxGap } = rake({
    counts: rows.map((_, i) =>
      columns.map((__, j) =>
        sum(cells, cell =>
          classAt(rows, cell.row) === i && classAt(columns, cell.column) === j
            ? cell.design * cell.respondents
            : 0,
        ),
      ),
    ),
    rowTargets: rows.map(row => row.population),
    columnTargets: columns.map(column => column.population),
    tolerance,
    maxIterations: 200,
  })
  return {
    iterations,
    maxGap,
    converged: maxGap <= tolerance,
    factors: cells.map(cell => weights[classAt(rows, cell.row)]?.[classAt(columns, cell.column)] ?? 0),
  }
}

function figureOf(
  cells: readonly WeightingCell[],
  factor: string,
  weights: readonly number[],
  options: { confidence: number; likeness: number | null; minimumCell: number },
): WeightedFigure {
  const groups = cells.map((cell, at) => ({
    weight: weights[at] ?? 0,
    count: cell.answers[factor]?.valid ?? 0,
    satisfied: cell.answers[factor]?.satisfied ?? 0,
  }))
  const n = sum(groups, ({ count }) => count)
  const weighed = sum(groups, ({ weight, count }) => weight * count)
  if (n < options.minimumCell || weighed === 0)
    return { factor, percentSatisfied: null, low: null, high: null }
  // Sums of weights may leave the unit by a rounding.
  const proportion = Math.min(1, sum(groups, ({ weight, satisfied }) => weight * satisfied) / weighed)
  const effect =
    weightedDesignEffect(groups.filter(({ count }) => count > 0)) * Math.max(1, options.likeness ?? 1)
  const { low, high } = scoreInterval({ proportion, trials: n / effect, confidence: options.confidence })
  return { factor, percentSatisfied: 100 * proportion, low: 100 * low, high: 100 * high }
}

/** Whether what few said could be solved from all that is shown of a factor, the weighted figures among it. */
function givesAway(
  cells: readonly WeightingCell[],
  factor: string,
  shown: ReadonlySet<string>,
  weights: readonly (readonly number[])[],
  minimumCell: number,
): boolean {
  const valid = (own: readonly WeightingCell[]) => sum(own, cell => cell.answers[factor]?.valid ?? 0)
  const answered = cells.map((cell, at) => ({ cell, at })).filter(({ cell }) => valid([cell]) > 0)
  const indicator = (isIn: (cell: WeightingCell) => boolean) =>
    answered.map(({ cell }) => (isIn(cell) ? 1 : 0))
  const groups = [...new Set(cells.flatMap(({ row, column }) => [row, column]))]
  const inGroup = (name: string) => (cell: WeightingCell) => cell.row === name || cell.column === name
  const equations = [
    indicator(() => true),
    ...groups.filter(name => shown.has(name)).map(name => indicator(inGroup(name))),
    ...weights.map(list => answered.map(({ at }) => list[at] ?? 0)),
  ]
  const isSmall = (own: readonly WeightingCell[]) => valid(own) > 0 && valid(own) < minimumCell
  return [
    ...groups.filter(name => isSmall(cells.filter(inGroup(name)))).map(name => indicator(inGroup(name))),
    ...answered.filter(({ cell }) => isSmall([cell])).map(({ cell }) => indicator(one => one === cell)),
  ].some(target => isDetermined(equations, target))
}

function requireCells(cells: readonly WeightingCell[]): void {
  for (const { population, design, respondents, answers } of cells) {
    requireWhole('respondents', respondents)
    requireThat(Number.isFinite(population) && population >= 0, `people are 0 or more, not ${population}`)
    requireThat(Number.isFinite(design) && design >= 0, `a design weight is 0 or more, not ${design}`)
    for (const { valid, satisfied } of Object.values(answers)) {
      requireWhole('valid answers', valid, 0, respondents)
      requireWhole('satisfied', satisfied, 0, valid)
    }
  }
}

const sum = <Item>(items: readonly Item[], value: (item: Item) => number) =>
  items.reduce((total, item) => total + value(item), 0)
