import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepWatch } from '../page/sentinel/sentinel';

// Unlisted, and named in the manifest's content_scripts by wxt.config.ts: WXT's content-script wrapper would bring
// the polyfill, a document listener and a window message that every page could see.
export default defineUnlistedScript(keepWatch);
