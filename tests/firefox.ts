import { existsSync } from 'node:fs';
import { type Browser, launch } from 'puppeteer-core';

const USUAL_PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** The path of a Firefox of this machine; `FIREFOX` in the environment goes first. */
export function findFirefox(): string | undefined {
  const named = process.env.FIREFOX;
  return [...(named === undefined ? [] : [named]), ...USUAL_PLACES].find((path) =>
    existsSync(path),
  );
}

/** A real Firefox without a window, driven through WebDriver BiDi, which Debian’s own speaks. */
export async function openFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('No Firefox was found.');
  return launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // On a busy machine it is long in coming.
    timeout: 120_000,
    extraPrefsFirefox: {
      // It asks nothing of the network by itself.
      'app.update.enabled': false,
      'browser.safebrowsing.downloads.remote.enabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'toolkit.telemetry.enabled': false,
    },
  });
}
