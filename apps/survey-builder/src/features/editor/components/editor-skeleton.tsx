import { SkeletonLines } from '@sixfold/ui/parts/query-states'
import canvas from './canvas.module.css'
import styles from './editor.module.css'
import inspector from './inspector.module.css'
import outline from './outline.module.css'
import bar from './top-bar.module.css'

/** The editor's outline while it loads. */
export function EditorSkeleton() {
  return (
    <div className={styles.editor}>
      <div className={bar.bar} />
      <div className={styles.columns}>
        <div className={outline.outline}>
          <SkeletonLines count={8} />
        </div>
        <div className={canvas.canvas}>
          <div className={canvas.leaf}>
            <SkeletonLines count={6} />
          </div>
        </div>
        <div className={inspector.inspector}>
          <div className={inspector.form}>
            <SkeletonLines count={4} />
          </div>
        </div>
      </div>
    </div>
  )
}
