import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findIn } from '../page/anchoring/anchor';
import { openAnchoring } from '../page/article/anchoring';

/** What finds quotes that moved or changed, put beside the annotator when there is first one to look for. */
export default defineUnlistedScript((): true => {
  openAnchoring(findIn);
  return true;
});
