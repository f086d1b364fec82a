declare module 'jstat' {
  /** The parts that Sixfold uses; the package has no types of its own. */
  const jstat: {
    normal: { inv(probability: number, mean: number, deviation: number): number }
    beta: { inv(probability: number, a: number, b: number): number }
    chisquare: { inv(probability: number, degreesOfFreedom: number): number }
    studentt: { inv(probability: number, degreesOfFreedom: number): number }
    erfc(x: number): number
  }
  export default jstat
}
