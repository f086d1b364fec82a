import { Button } from '@mantine/core'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useParams } from '@tanstack/react-router'
import { FaultGroups } from '../features/imports/components/fault-groups.tsx'
import { FaultTable } from '../features/imports/components/fault-table.tsx'
import { ImportProgress } from '../features/imports/components/import-progress.tsx'
import { ImportResult } from '../features/imports/components/import-result.tsx'
import styles from '../features/imports/components/imports.module.css'
import { importFiles, isRunning, useImport } from '../features/imports/queries.ts'
import { importPageWords } from '../words/imports.ts'

/** `/desk/imports/ID`: one import while it runs and afterwards. */
export function ImportPage() {
  const say = useSay(importPageWords)
  const { language } = useLanguage()
  const { id } = useParams({ from: '/imports/$id' })
  const run = useImport(id)
  return (
    <QueryStates query={run}>
      {data => (
        <>
          <PageHeader
            title={data.fileName}
            lead={say('runLead', { time: formatInstant(data.startedAt, language) })}
          />
          <div className={styles.stack}>
            <Sheet label={say(data.state)}>
              <div aria-live="polite">
                {isRunning(data) ? <ImportProgress run={data} /> : <ImportResult run={data} />}
              </div>
            </Sheet>
            {data.faultCount > 0 && !isRunning(data) && (
              <Sheet
                title={say('faultsTitle', { n: data.faultCount })}
                aside={
                  <span className={styles.actions}>
                    <Button size="xs" component="a" href={importFiles.faultReport(id)} download="faults.csv">
                      {say('faultReport')}
                    </Button>
                    {data.faultyRows > 0 && (
                      <Button
                        size="xs"
                        component="a"
                        href={importFiles.faultyLines(id)}
                        download="faulty-lines.csv"
                      >
                        {say('faultyLines')}
                      </Button>
                    )}
                  </span>
                }
              >
                <FaultGroups run={data} />
              </Sheet>
            )}
            {data.faultyRows > 0 && !isRunning(data) && (
              <Sheet title={say('lineByLine')}>
                <FaultTable run={data} />
              </Sheet>
            )}
          </div>
        </>
      )}
    </QueryStates>
  )
}
