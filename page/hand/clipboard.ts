/**
 * Copies a text, in the gesture of the reader that asked for it. A page without TLS has no `navigator.clipboard`, and one
 * may forbid it to all that runs on it: there, as an answer to the browser's own command.
 * @throws where the browser lets neither happen
 */
export async function copyText(document: Document, text: string): Promise<void> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  try {
    if (clipboard) return await clipboard.writeText(text);
  } catch {
    // The command is left.
  }
  let isCopied = false;
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isCopied = true;
  };
  document.addEventListener('copy', put, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  if (!isCopied) throw new Error('The browser does not let a text be copied here.');
}
