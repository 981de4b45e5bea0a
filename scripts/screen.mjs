import { aptInstall, hasCommand, isAptSystemAsRoot } from './setup.mjs';

/** Debian's packages of what it takes to press keys outside of a page, and the command each brings. */
const needed = { xvfb: 'Xvfb', xdotool: 'xdotool' };

/** Whether a screen of our own can be opened here, with a keyboard to it. */
export function hasScreen() {
  return Object.values(needed).every(hasCommand);
}

/** The same, after installing what it takes by apt where we may. */
export function getScreen() {
  if (hasScreen() || !isAptSystemAsRoot()) return hasScreen();
  console.log('No screen to press keys on; installing one with apt …');
  return aptInstall(Object.keys(needed)) && hasScreen();
}

/** In words: what is left out where there is none, and what to install. */
export const withoutScreen = `no ${Object.values(needed).join(' and ')} here: shortcuts and the context menu were not pressed (on Debian: sudo apt-get install ${Object.keys(needed).join(' ')})`;
