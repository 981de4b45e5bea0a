import { useMemo } from 'preact/hooks';
import { DEFAULT_SETTINGS } from '../../annotations/settings';
import { saveSettings } from '../../services/settings';
import { useSettings } from './use-settings';

/** Whether letters and signs are commands, and how the reader chooses. */
export function useKeysChoice(failed: (error: unknown) => void) {
  const { singleKeys } = useSettings() ?? DEFAULT_SETTINGS;
  const choose = (isOn: boolean): void => void saveSettings({ singleKeys: isOn }).catch(failed);
  return useMemo(() => ({ isOn: singleKeys, choose }), [singleKeys]);
}
