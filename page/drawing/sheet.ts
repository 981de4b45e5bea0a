/** A style sheet of ours in a document or shadow root. */
export interface Sheet {
  /** False once the page has dropped it. */
  isInstalled(): boolean;
  remove(): void;
}

/**
 * Marks our one element on a news page, so that a later copy of the script can find and sweep it. The element is a
 * plain `div`: to a name of our own the page could give a class, whose `attachInternals().shadowRoot` is our root.
 */
export const HOST_ATTRIBUTE = 'data-tightrope-host';

/** Marks our style element, so that a later copy of the script can sweep it. */
export const SHEET_ATTRIBUTE = 'data-tightrope-sheet';

/**
 * Puts rules into a document or shadow root under any content security policy, without touching its text.
 * A constructed sheet where the browser lets a content script adopt one (Chromium); else a style element filled
 * through the CSSOM, which no policy and no Trusted Types rule looks at (Firefox).
 */
export function installSheet(root: Document | ShadowRoot, css: string): Sheet {
  return adopt(root, css) ?? insertElement(root, css);
}

function adopt(root: Document | ShadowRoot, css: string): Sheet | null {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
    if (!root.adoptedStyleSheets.includes(sheet)) return null;
    return {
      isInstalled: () => root.adoptedStyleSheets.includes(sheet),
      remove: () => {
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
      },
    };
  } catch {
    // Firefox: a page's adoptedStyleSheets can't be written through the content script's wrapper.
    return null;
  }
}

function insertElement(root: Document | ShadowRoot, css: string): Sheet {
  const owner = root instanceof Document ? root : root.ownerDocument;
  const element = owner.createElement('style');
  element.setAttribute(SHEET_ATTRIBUTE, '');
  (root instanceof Document ? root.documentElement : root).append(element);
  // An empty element has nothing a policy could refuse; its rules come in one by one.
  for (const rule of splitRules(css)) element.sheet?.insertRule(rule, element.sheet.cssRules.length);
  return {
    isInstalled: () => element.isConnected,
    remove: () => element.remove(),
  };
}

/** Cuts a sheet into its top-level rules. Strings and comments with braces are read over. */
function splitRules(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const rules: string[] = [];
  let depth = 0;
  let from = 0;
  let quote = '';
  for (let i = 0; i < plain.length; i++) {
    const char = plain[i];
    if (quote) {
      if (char === '\\') i++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '{') depth++;
    else if (char === '}' || (char === ';' && depth === 0)) {
      if (char === '}') depth--;
      if (depth > 0) continue;
      const rule = plain.slice(from, i + 1).trim();
      if (rule && rule !== ';') rules.push(rule);
      from = i + 1;
    }
  }
  return rules;
}
