import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { forgetAnchoring } from '../page/article/anchoring';
import { forgetReadability } from '../page/article/doubt';
import { forgetHand } from '../page/visit/hand-door';
import { Life } from '../page/visit/life';

/** Where a life is kept between injections into the same document; each injection is another copy of the class. */
const scope = globalThis as { tightropeLife?: Partial<Life> };

/** Its result tells the background that it runs: one that throws has none. */
export default defineUnlistedScript((): true => {
  const former = scope.tightropeLife;
  if (typeof former?.again === 'function' && former.isOver === false) {
    former.again();
    return true;
  }
  forgetHand();
  forgetReadability();
  forgetAnchoring();
  const life = new Life(document);
  scope.tightropeLife = life;
  life.begin();
  return true;
});
