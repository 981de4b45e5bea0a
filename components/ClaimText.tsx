import type { Listed } from '../annotations/listed';

/** A claim's sentence in a list; claim-text.css cuts it to a few lines. */
export function ClaimText({ claim }: { readonly claim: Pick<Listed, 'target' | 'page'> }) {
  return (
    <span class="claim-text" lang={claim.page.language || undefined}>
      {claim.target.quote.exact}
    </span>
  );
}
