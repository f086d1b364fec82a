import type { PushingWords } from '../word-lists.ts'
import { words } from '../word-lists.ts'

/** What pushes towards an answer, praises or blames. */
export const pushing: PushingWords = {
  leading: words(`
    don’t you; doesn’t it; do you not agree; wouldn’t you; would you not; would you agree that;
    wouldn’t it; isn’t it; aren’t you; aren’t we; wasn’t it; weren’t you; haven’t you; hasn’t it;
    hasn’t our; haven’t we; didn’t you; can’t you; you agree that; do you also; do you share our;
    as you know; as everybody knows; as everyone knows; everybody knows; everyone knows;
    it is well known that; most people agree; most people think; most people say; most people prefer;
    most people like; most people find; most customers; most of our customers; many of our customers;
    like most; experts agree; obviously; of course; surely; undoubtedly; without a doubt; no doubt;
    needless to say; you must; you surely; you will agree; how much do you love;
    how much do you like; how much do you enjoy; how much did you love; how much did you like;
    how much did you enjoy; how much better; how much easier; how much faster; how much has our;
    how much have we improved; why do you love; why do you like; why do you prefer us;
    how satisfied were you with our improved; how satisfied are you with our improved
  `),
  leadingEnds: words(`right; correct; agreed; yes`),
  leadingTails: words(``),
  praise: words(`
    excellent; outstanding; superb; amazing; awesome; fantastic; wonderful; fabulous; brilliant;
    magnificent; exceptional; unbeatable; unrivalled; unparalleled; incredible; great; perfect;
    world-class; first-class; best-in-class; best in class; award-winning; industry-leading;
    market-leading; state-of-the-art; cutting-edge; top-notch; premium; terrible; awful; horrible;
    dreadful; appalling; disastrous; shameful; outrageous; our friendly; our famous; our popular;
    our high-quality; our innovative; our dedicated; our expert; our fast; our quick;
    our new and improved; our improved; our poor; our slow; our high prices; the poor
  `),
  noPraise: words(`
    great britain; a great deal; great deal; a great many; greater; premium account; premium plan;
    premium support
  `),
  copulas: words(`
    is; are; was; were; be; been; feels; seems; is very; are very; was very; were very
  `),
  droppable: words(`
    excellent; outstanding; superb; amazing; awesome; fantastic; wonderful; fabulous; brilliant;
    exceptional; unbeatable; incredible; great; perfect; world-class; first-class; best-in-class;
    award-winning; industry-leading; market-leading; state-of-the-art; cutting-edge; top-notch;
    terrible; awful; horrible; always; absolutely; totally; utterly; obviously; of course; surely;
    undoubtedly; at all times; every time; without exception
  `),
}
