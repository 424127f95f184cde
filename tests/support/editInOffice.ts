import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Replaces words in the document that is open, and saves it as Word does. */
const MACRO = (from: string, to: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Edit(source, target)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  search = document.createReplaceDescriptor()
  search.SearchString = "${from}"
  search.ReplaceString = "${to}"
  document.replaceAll(search)
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, word())
  document.close(True)
End Sub
</script:module>`;

/**
 * A Word file edited and saved by LibreOffice itself: what a maintainer's document goes through.
 *
 * @param from words without quotation marks
 */
export async function editInOffice(bytes: Uint8Array, from: string, to: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'zhudian-office-'));
  const [source, target, profile] = ['before.docx', 'after.docx', 'profile'].map((name) => join(folder, name)) as [string, string, string];
  try {
    await writeFile(source, bytes);
    const options = [`-env:UserInstallation=file://${profile}`, '--headless', '--norestore'];
    // The first start makes the profile, with an empty library for macros.
    await run('soffice', [...options, '--terminate_after_init'], { timeout: 120_000 });
    const library = join(profile, 'user/basic/Standard');
    await writeFile(join(library, 'Module1.xba'), MACRO(from, to));
    const index = await readFile(join(library, 'script.xlb'), 'utf8');
    if (!index.includes('"Module1"'))
      await writeFile(
        join(library, 'script.xlb'),
        index.replace('</library:library>', ' <library:element library:name="Module1"/>\n</library:library>'),
      );
    await run('soffice', [...options, `macro:///Standard.Module1.Edit("file://${source}","file://${target}")`], { timeout: 120_000 });
    return await readFile(target);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
