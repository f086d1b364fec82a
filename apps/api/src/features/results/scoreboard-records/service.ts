export type { BoardRow } from './store.ts'
export { advanceBoard, findBoard, findBoards } from './store.ts'
