import { confidenceFigure, confidenceWords } from './words';

/** A confidence in words, with the figure behind it and a bar as long. */
export function ConfidenceMeter({ confidence }: { readonly confidence: number }) {
  return (
    <span class="confidence">
      <span class="confidence-bar" aria-hidden="true">
        <span style={{ width: `${Math.round(confidence * 100)}%` }} />
      </span>
      {confidenceWords(confidence)} <span class="muted">({confidenceFigure(confidence)})</span>
    </span>
  );
}
