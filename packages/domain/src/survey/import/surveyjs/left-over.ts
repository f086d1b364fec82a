import type { ImportDraft } from '../draft.ts'
import type { ImportPlace, ImportReason } from '../report.ts'
import type { Props } from './props.ts'

const LOOKS = new Set(
  `startWithNewLine width minWidth maxWidth titleLocation descriptionLocation errorLocation indent rightIndent innerIndent
  colCount colSpan size rows cols autoGrow allowResize cssClasses renderAs displayMode displayStyle rateType scaleColorMode rateColorMode
  rateDescriptionLocation showNumber hideNumber no placeholder placeHolder optionsCaption state searchEnabled searchMode
  showClearButton allowClear itemSize separateSpecialChoices imageFit contentMode imageHeight imageWidth minImageWidth
  maxImageWidth minImageHeight maxImageHeight showLabel showLabels showLabelHtml alternateRows showHeader verticalAlign
  columnMinWidth rowTitleWidth transposeData useDropdownList itemTitleWidth swapOrder controlType expandOnFocus
  showQuestionNumbers showQuestionNumber questionStartIndex navigationButtonsVisibility questionTitleLocation questionDescriptionLocation
  theme themeVariables themeName colorPalette css logo logoPosition logoWidth logoHeight logoFit backgroundImage backgroundOpacity
  widthMode showProgressBar progressBarType progressBarLocation showTOC tocLocation showTitle showPageTitles showPageNumbers requiredText
  requiredMark questionErrorLocation questionTitlePattern requiredQuestionMark headerView showNavigationButtons showPrevButton showCompleteButton
  startSurveyText pagePrevText pageNextText completeText previewText editText focusFirstQuestionAutomatic focusFirstQuestion focusOnFirstError
  goNextPageAutomatic autoAdvanceEnabled maxTextLength maxOthersLength textUpdateMode clearInvisibleValues checkErrorsMode validationEnabled
  questionsOnPageMode questionOrder showTimer showTimerPanel maxTimeToFinish timeLimit useDisplayValuesInDynamicTexts
  gridLayoutEnabled gridLayoutColumns sliderType showTooltip tooltipVisibility showRangeLabels dataFormat storeDataAsText waitForUpload
  allowImagesPreview needConfirmRemoveFile templateTitle templateTabTitle addRowText removeRowText panelAddText panelRemoveText
  popupdescription showInMultipleColumns isUnique hasSearch denyShowEmptyOptions locale valuePropertyName locOwner`
    .split(/\s+/)
    .filter(Boolean),
)

/** Says of every property that nothing was made of it: looks in one line, each of the others for itself. */
export function noteLeftOver(draft: ImportDraft, where: ImportPlace, props: Props): void {
  for (const name of props.malformed) draft.note(where, name, 'malformed')
  const looks: string[] = []
  for (const [name, value] of props.left()) {
    if (LOOKS.has(name)) looks.push(name)
    else draft.note(where, name, reasonFor(name), written(value))
  }
  if (looks.length > 0) draft.note(where, looks[0] ?? '', 'appearance', looks.join(', '))
}

function reasonFor(name: string): ImportReason {
  if (/If$/.test(name)) return 'condition'
  if (/Expression$|^expression$|^calculat/.test(name)) return 'computed'
  if (/^default|^setValue|^copyDefault/.test(name)) return 'prefilled'
  if (/^on[A-Z]|[Ss]cript/.test(name)) return 'script'
  if (/ByUrl$|Url$|^choicesFromQuestion|^dataList|^lazy|^choicesLazy/.test(name)) return 'external'
  if (/^correct|^score|[Ss]coring/.test(name)) return 'assessment'
  if (/[Ee]rror(Text)?$|^minValue|^maxValue|^validat|^max[A-Z]|^min[A-Z]/.test(name)) return 'check'
  if (/[Ii]mage|[Pp]icture/.test(name)) return 'picture'
  return 'no_counterpart'
}

/** As it stands in the file, begun at least. */
export function written(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '').slice(0, 1_000)
}
