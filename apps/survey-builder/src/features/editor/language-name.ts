export { languageName, ownName } from '@sixfold/ui/language-name'
