import { escapeHtml } from '../text/escapeHtml.ts';
import type { MajorHazardMailContent } from './majorHazardMailContent.ts';
import type { MajorHazardPerson } from './majorHazardPerson.ts';
import { TO_BE_ADDED } from './toBeAdded.ts';

/* Styles stand inline: mail clients drop style sheets. One column, so that nothing scrolls sideways on a phone. */
const FONT = "font-family:-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const RED = '#b3261e';
const WRAP = 'overflow-wrap:anywhere;word-break:break-word';
const LABEL = 'padding:9px 12px 9px 0;width:6em;color:#5f6368;font-size:14px;line-height:22px;vertical-align:top;white-space:nowrap';
const VALUE = `padding:9px 0;color:#1f1f1f;font-size:16px;line-height:24px;vertical-align:top;${WRAP}`;
const RULE = 'border-bottom:1px solid #eceef1';
const MISSING = `<span style="color:${RED}">${TO_BE_ADDED}</span>`;

const text = (value: string): string => escapeHtml(value).replace(/\n/g, '<br>');

function table(rows: readonly (readonly [label: string, html: string])[]): string {
  const lines = rows.map(([label, html], index) => {
    const rule = index < rows.length - 1 ? `;${RULE}` : '';
    return `<tr><td style="${LABEL}${rule}">${escapeHtml(label)}</td><td dir="auto" style="${VALUE}${rule}">${html}</td></tr>`;
  });
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">${lines.join('')}</table>`;
}

function section(heading: string, html: string): string {
  return `<h2 style="margin:26px 0 6px;padding-left:9px;border-left:4px solid ${RED};font-size:17px;line-height:24px;color:#1f1f1f">${heading}</h2>${html}`;
}

function phone(number: string): string {
  const dialled = number.replace(/[^\d+]/g, '');
  if (!/^[\d+\-\s()（）转]+$/.test(number) || dialled.length < 5) return escapeHtml(number);
  return `<a href="tel:${dialled}" style="color:#0b57d0;text-decoration:none;white-space:nowrap">${escapeHtml(number)}</a>`;
}

/** The deadline stands out, and a phone number can be tapped. */
function fact([label, value]: readonly [string, string]): readonly [string, string] {
  if (label === '整改时限') return [label, `<b style="color:${RED}">${escapeHtml(value)}</b>`];
  return [label, label === '企业电话' ? phone(value) : escapeHtml(value)];
}

function people(list: readonly MajorHazardPerson[]): string {
  if (list.length === 0) return `<p style="margin:0;${VALUE}">未登记</p>`;
  const lines = list.map(({ name, role, level, unit, phone: number }) => {
    const kind = [level, role].filter(Boolean).join('，');
    return (
      `<p style="margin:0;${VALUE};${RULE}"><b>${escapeHtml(name)}</b>` +
      `<span style="color:#5f6368;font-size:14px">（${escapeHtml(kind)}）</span>　${phone(number)}` +
      `<br><span style="color:#5f6368;font-size:14px">${escapeHtml(unit)}</span></p>`
    );
  });
  return lines.join('');
}

function confirm(url: string): string {
  if (url === '') return '';
  const href = escapeHtml(url);
  return (
    `<a href="${href}" style="display:block;margin:20px 0 10px;padding:15px 12px;border-radius:8px;background:${RED};color:#ffffff;` +
    'font-size:18px;line-height:24px;font-weight:bold;text-align:center;text-decoration:none">签收</a>' +
    `<p style="margin:0 0 4px;font-size:13px;line-height:20px;color:#5f6368;${WRAP}">按钮打不开时，请复制此链接到浏览器：<br>` +
    `<a href="${href}" style="color:#0b57d0;word-break:break-all">${href}</a></p>`
  );
}

/** What a lock screen and an inbox show beneath the subject: the place and the start of the description. */
function preview(content: MajorHazardMailContent): string {
  const gist = escapeHtml(`${content.reminder}${content.place}：${content.description.slice(0, 90)}`.toWellFormed());
  return `<div style="display:none;max-height:0;overflow:hidden;font-size:1px;color:#f4f5f7">${gist}</div>`;
}

/** The mail as HTML: single column, inline styles, everything from the data escaped. */
export function majorHazardMailHtml(content: MajorHazardMailContent): string {
  const elements = content.elements.map(([name, value]) => [name, value === null ? MISSING : text(value)] as const);
  const actions = content.actions.map((action) => `<li style="margin:0 0 6px">${escapeHtml(action)}</li>`).join('');
  const reminder =
    content.reminder === ''
      ? ''
      : `<p style="margin:14px 0 0;padding:11px 13px;border-radius:6px;background:#fdecea;color:#8c1d18;font-size:15px;line-height:23px"><b>${escapeHtml(content.reminder)}</b></p>`;
  const panel =
    content.panel === ''
      ? ''
      : `<p style="margin:14px 0 0;font-size:15px;line-height:23px"><a href="${escapeHtml(content.panel)}" style="color:#0b57d0">在系统中查看该隐患</a></p>`;
  return (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">' +
    `<meta name="color-scheme" content="light"><title>${escapeHtml(content.title)}</title></head>` +
    `<body style="margin:0;padding:0;background:#f4f5f7;-webkit-text-size-adjust:100%;${FONT}">${preview(content)}` +
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse"><tr><td align="center" style="padding:0">' +
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:640px;border-collapse:collapse;background:#ffffff;text-align:left;table-layout:fixed">' +
    `<tr><td style="padding:16px 18px;background:${RED};color:#ffffff;font-size:21px;line-height:29px;font-weight:bold;${FONT}">${escapeHtml(content.title)}</td></tr>` +
    `<tr><td style="padding:4px 18px 22px;${FONT}">${reminder}` +
    `${table(content.facts.map(fact))}${confirm(content.acknowledge)}` +
    section('隐患描述', `<p dir="auto" style="margin:0;${VALUE}">${text(content.description)}</p>`) +
    section('整改“五落实”', table(elements)) +
    content.people.map(([heading, list]) => section(heading, people(list))).join('') +
    section('请办理', `<ol style="margin:8px 0 0;padding-left:22px;font-size:16px;line-height:25px;color:#1f1f1f">${actions}</ol>`) +
    `${panel}<p style="margin:26px 0 0;padding-top:12px;border-top:1px solid #eceef1;font-size:13px;line-height:20px;color:#5f6368">${escapeHtml(content.footer)}</p>` +
    '</td></tr></table></td></tr></table></body></html>\n'
  );
}
