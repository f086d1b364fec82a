import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Requirement } from '@sixfold/contract/requirements'
import { textIn } from '@sixfold/domain/local-text'
import { dayText } from '@sixfold/ui/day-text'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Actions } from '../features/requirements/components/actions.tsx'
import { Alike } from '../features/requirements/components/alike.tsx'
import { EditDialog } from '../features/requirements/components/edit-dialog.tsx'
import { ReplyForm } from '../features/requirements/components/reply-form.tsx'
import { Weight } from '../features/requirements/components/requirement-row.tsx'
import styles from '../features/requirements/components/requirements.module.css'
import { Statements } from '../features/requirements/components/statements.tsx'
import { StatusSteps } from '../features/requirements/components/status-steps.tsx'
import { requirementQuery } from '../features/requirements/queries.ts'
import { requirementWords } from '../words/requirements.ts'
import pageStyles from './page.module.css'

const route = getRouteApi('/requirements/$id')

/** One requirement: what is asked for, who stands behind it, what becomes of it and what they are told. */
export function RequirementPage() {
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const query = useQuery(requirementQuery(id))
  return (
    <div className={pageStyles.page}>
      <QueryStates query={query}>
        {requirement => (
          <>
            <Header requirement={requirement} />
            <div className={pageStyles.columns}>
              <div className={pageStyles.stack}>
                <Statements requirement={requirement} />
                <ReplyForm
                  key={`${requirement.id} ${requirement.reply?.releasedAt}`}
                  requirement={requirement}
                />
                <Actions
                  about={{ aboutKind: 'requirement', aboutId: id }}
                  regionIds={requirement.regionIds}
                  editable={requirement.editable}
                />
                <Alike
                  requirement={requirement}
                  onMerged={kept => void navigate({ to: '/requirements/$id', params: { id: kept } })}
                />
              </div>
              <div className={pageStyles.stack}>
                <StatusSteps requirement={requirement} />
                <Facts requirement={requirement} />
              </div>
            </div>
          </>
        )}
      </QueryStates>
    </div>
  )
}

function Header({ requirement }: { requirement: Requirement }) {
  const say = useSay(requirementWords)
  const [editing, dialog] = useDisclosure(false)
  const { receipt, text, mergedInto, editable } = requirement
  return (
    <>
      <PageHeader
        title={text}
        lead={
          <span className={styles.place}>
            <Link to="/requirements">{say('back')}</Link>
            <span>{receipt}</span>
            <Weight one={requirement} />
          </span>
        }
        actions={editable && <Button onClick={dialog.open}>{say('edit')}</Button>}
      />
      {mergedInto && (
        <p className={styles.quiet} style={{ marginBottom: 'var(--s-4)' }}>
          <Lamp tone="attention">
            <Link to="/requirements/$id" params={{ id: mergedInto.id }}>
              {say('mergedInto', { receipt: mergedInto.receipt })}
            </Link>
          </Lamp>
        </p>
      )}
      <EditDialog requirement={requirement} opened={editing} onClose={dialog.close} />
    </>
  )
}

function Facts({ requirement }: { requirement: Requirement }) {
  const say = useSay(requirementWords)
  const { language } = useLanguage()
  const regions = useSession().data?.regions ?? []
  const { factor, productName, ownerName, due, regionIds, mergedFrom } = requirement
  const named = regions.filter(({ id }) => regionIds.includes(id)).map(({ name }) => name)
  return (
    <Sheet label={say('text')}>
      <dl className={styles.facts}>
        <dt>{say('owner')}</dt>
        <dd>{ownerName || say('noOwner')}</dd>
        <dt>{say('due')}</dt>
        <dd>{due === null ? say('noneYet') : dayText(due, language)}</dd>
        <dt>{say('factor')}</dt>
        <dd>
          {factor ? (
            <FactorName index={factor.index} name={textIn(factor.name, language, 'en')} />
          ) : (
            say('noneYet')
          )}
        </dd>
        <dt>{say('product')}</dt>
        <dd>{productName || say('noneYet')}</dd>
        <dt>{say('region')}</dt>
        <dd>{named.join(', ') || '–'}</dd>
        {mergedFrom.length > 0 && (
          <>
            <dt>{say('mergedFrom')}</dt>
            <dd>
              {mergedFrom.map(({ id, receipt, text }) => (
                <span key={id} className={styles.reason}>
                  <Link to="/requirements/$id" params={{ id }}>
                    {receipt}
                  </Link>{' '}
                  {text}
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
    </Sheet>
  )
}
