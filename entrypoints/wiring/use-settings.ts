import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../annotations/settings';
import { loadSettings, watchSettings } from '../../services/settings';

/** The reader's settings, followed as they change; null until they are read. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void loadSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  return settings;
}
