/**
 * The worker: everything that happens, happens from here, and nothing is remembered here. All listeners are added
 * while it starts, so that the event that woke it is heard.
 */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { analyse } from '../engine/analyse';
import { suggest } from '../engine/judge';
import { languageOf, READ_LANGUAGES } from '../engine/language';
import { ENGINE_VERSION } from '../engine/version';
import { listen } from '../messages/background-side';
import { handlersOn } from '../services/handlers';
import { loadModel } from '../services/model';
import { keepFromPages, watchSettings } from '../services/settings';
import { createMenus, onCommand } from '../services/tabs/gestures';
import { onTabUpdated } from '../services/tabs/injection';
import { onSettingsChanged, stopWhereRevoked } from '../services/tabs/refresh';
import { forgetTab, moveTab } from '../services/tabs/tab-state';
import { lookAtAllOpenTabs, lookAtOpenTabs, watchSitesAllowed } from '../services/tabs/watching';
import { upkeep } from '../services/upkeep';
import { openStore } from '../store/database';
import { forgetRemoved } from '../store/edits';

export default defineBackground({
  type: 'module',
  main() {
    const store = openStore();
    const { fromPage, fromExtension } = handlersOn(store, {
      version: ENGINE_VERSION,
      reads: READ_LANGUAGES,
      languageOf,
      analyse,
      suggest,
      loadModel,
    });
    listen(fromPage, fromExtension);

    /** For what no reader waits for: a failure is noted, not thrown at nobody. */
    const quietly = (work: Promise<unknown>) => work.catch((thrown) => console.warn('Tightrope:', thrown));

    browser.runtime.onInstalled.addListener(({ reason }) => {
      quietly(createMenus());
      quietly(lookAtAllOpenTabs());
      quietly(watchSitesAllowed());
      if (reason === 'install')
        quietly(browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }));
    });
    browser.runtime.onStartup.addListener(() => void quietly(forgetRemoved(store)));
    browser.permissions.onAdded.addListener(
      ({ origins }) => void quietly(watchSitesAllowed().then(() => lookAtOpenTabs(origins ?? []))),
    );
    browser.permissions.onRemoved.addListener(({ origins }) => {
      quietly(watchSitesAllowed());
      quietly(stopWhereRevoked(origins ?? []));
    });
    browser.tabs.onUpdated.addListener((tabId, change) => void quietly(onTabUpdated(tabId, change)));
    browser.tabs.onRemoved.addListener((tabId) => void quietly(forgetTab(tabId)));
    browser.tabs.onReplaced.addListener((tabId, former) => void quietly(moveTab(former, tabId)));
    browser.contextMenus.onClicked.addListener(
      ({ menuItemId }, tab) => void quietly(onCommand(String(menuItemId), tab?.id)),
    );
    browser.commands.onCommand.addListener((command, tab) => void quietly(onCommand(command, tab?.id)));
    watchSettings((now, before) => void quietly(onSettingsChanged(now, before)));
    quietly(keepFromPages());
    quietly(upkeep(store));
  },
});
