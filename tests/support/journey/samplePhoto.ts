import type { BrowserContext } from 'playwright-core';

/** A picture as a phone takes it, JPEG, mostly dark: a valve with its label, drawn by the browser. */
export async function samplePhoto(context: BrowserContext): Promise<Buffer> {
  const page = await context.newPage();
  try {
    await page.setContent(
      `<body style="margin:0;background:linear-gradient(160deg,#1d2430,#4a4238);height:100vh;display:grid;place-items:center">
       <div style="width:240px;height:240px;border-radius:50%;border:28px solid #8c8f94;background:#2b2f36;display:grid;place-items:center">
       <p style="background:#e9e2cc;padding:12px;font:20px sans-serif">校验有效期至 4月</p></div></body>`,
    );
    return await page.screenshot({ type: 'jpeg', quality: 80 });
  } finally {
    await page.close();
  }
}
