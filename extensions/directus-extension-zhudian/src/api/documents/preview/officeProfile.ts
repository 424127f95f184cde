import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fontSettings, fontSubstitutes, installedFonts } from '@zhudian/host/officeFonts.ts';

const TRUE = (path: string, name: string): string =>
  `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>true</value></prop></item>`;

/**
 * Settings of a LibreOffice that opens what strangers may have made: it runs no macros and fetches nothing that a document names. Where the
 * system offers no network of its own for it (see `withoutNetwork`) they are what keeps it from calling anybody.
 * Fonts of official papers that are not there are shown in one of their kind.
 * Source: officecfg/registry/schema/org/openoffice/Office/Common.xcs, group Security.
 */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${TRUE('/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution')}
${TRUE('/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks')}
${TRUE('/org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent')}
`;

/** Found out once: fonts are installed with the machine. */
let fonts: Promise<string> | undefined;
const fontsHere = async (): Promise<string> => fontSettings(fontSubstitutes(await installedFonts()));

/** Lays down a profile with these settings in an empty folder. */
export async function writeOfficeProfile(folder: string): Promise<void> {
  await mkdir(join(folder, 'user'), { recursive: true });
  await writeFile(join(folder, 'user', 'registrymodifications.xcu'), `${SETTINGS}${await (fonts ??= fontsHere())}\n</oor:items>\n`);
}
