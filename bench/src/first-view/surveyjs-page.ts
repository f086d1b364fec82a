import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import 'survey-core/survey-core.fontless.min.css'

/** What SurveyJS's own guide says: a model of the questions, drawn by its React component. */
const root = document.getElementById('root')
const json = document.getElementById('survey')?.textContent ?? '{}'
if (root) createRoot(root).render(createElement(Survey, { model: new Model(JSON.parse(json)) }))
