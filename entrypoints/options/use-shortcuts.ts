import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { KeyboardProps } from '../../components/options/Keyboard';

/** Firefox 137 and later. */
interface ShortcutSettings {
  readonly openShortcutSettings?: () => Promise<void>;
}

/** The keyboard commands as the browser has them, and the way to change them. */
export function useShortcuts(): KeyboardProps {
  const [commands, setCommands] = useState<KeyboardProps['commands']>([]);
  useEffect(() => {
    const look = async () => {
      const all = await browser.commands.getAll();
      setCommands(
        all.flatMap(({ description, shortcut }) =>
          description ? [{ name: description, keys: shortcut ?? '' }] : [],
        ),
      );
    };
    void look();
    // They are changed on a page of the browser's: look again on coming back.
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  const { openShortcutSettings } = browser.commands as ShortcutSettings;
  if (openShortcutSettings) return { commands, onOpenShortcuts: () => void openShortcutSettings() };
  const isChromium = browser.runtime.getURL('/').startsWith('chrome-extension:');
  return {
    commands,
    onOpenShortcuts: isChromium
      ? () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
      : null,
  };
}
