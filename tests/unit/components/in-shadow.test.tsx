// @vitest-environment jsdom
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { InShadow } from '../../../components/welcome/InShadow';

// jsdom has no constructed style sheets.
Object.assign(CSSStyleSheet.prototype, { replaceSync: () => undefined });

test('what is drawn in a shadow root goes with the page around it', async () => {
  let listening = 0;
  function Child() {
    useEffect(() => {
      listening += 1;
      return () => {
        listening -= 1;
      };
    }, []);
    return <p>There</p>;
  }
  await act(() =>
    render(
      <InShadow css="" theme="light">
        <Child />
      </InShadow>,
      document.body,
    ),
  );
  expect(document.querySelector('.in-shadow')?.shadowRoot?.textContent).toBe('There');
  expect(listening).toBe(1);
  await act(() => render(null, document.body));
  expect(listening).toBe(0);
});
