import type { TradeWords } from '../word-lists.ts'
import { words } from '../word-lists.ts'

/** Words of the trade, and short forms that everybody knows. */
export const trade: TradeWords = {
  jargon: words(`
    feedback; deadline; onboarding; touchpoint; insight; workflow; roadmap; backlog; leadtime;
    lead time; follow up; follow-up; timeline; solution; solutions; support; ticket; upsell;
    pain point; best practice; best practices; stakeholder; milestone; update; checklist;
    performance; go-live; golive; customer journey; trải nghiệm đa kênh; điểm chạm;
    hệ sinh thái giải pháp; giá trị cộng hưởng
  `),
  knownAcronyms: words(`
    OK; PDF; USB; TV; IT; ID; PC; PIN; QR; SMS; URL; GPS; ATM; CV; TP; HCM; TPHCM; HN; VN; VND; VNĐ;
    USD; EUR; GTGT; VAT; CCCD; CMND; UBND; TNHH; CP; ISO; AI; LED; II; III; IV; VI; CSV; WC; EU; CEO
  `),
}
