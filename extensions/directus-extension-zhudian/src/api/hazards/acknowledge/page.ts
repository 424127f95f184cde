import { TO_BE_ADDED } from '@zhudian/core/hazards/toBeAdded.ts';
import { escapeHtml } from '@zhudian/core/text/escapeHtml.ts';
import type { AcknowledgeView } from './AcknowledgeView.ts';

const STYLE = `
:root{color-scheme:light;font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;line-height:1.6}
*{box-sizing:border-box}body{margin:0;background:#f3f4f6;color:#1f2937}
main{max-width:560px;margin:0 auto;padding:16px}
header{background:#b91c1c;color:#fff;padding:16px;border-radius:12px 12px 0 0}
header.done{background:#15803d}header.off{background:#4b5563}
h1{font-size:20px;margin:0;line-height:1.4}header p{margin:4px 0 0;font-size:14px}
section{background:#fff;padding:16px;border-radius:0 0 12px 12px;box-shadow:0 1px 3px rgba(0,0,0,.12)}
dl{margin:0;display:grid;grid-template-columns:6em 1fr;gap:8px 12px;font-size:16px}dt{color:#6b7280}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
form{margin-top:20px;border-top:1px solid #e5e7eb;padding-top:16px}
label{display:block;font-weight:600;margin-bottom:6px}
input{width:100%;font-size:18px;padding:12px;border:1px solid #9ca3af;border-radius:8px}
input:focus,button:focus{outline:3px solid #93c5fd}
button{width:100%;margin-top:12px;font-size:18px;font-weight:600;padding:14px;border:0;border-radius:8px;background:#b91c1c;color:#fff}
.fault{color:#b91c1c;font-weight:600;margin:8px 0 0}.hint{color:#6b7280;font-size:14px}`;

const day = (value: string | null): string => (value ? value.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日') : TO_BE_ADDED);

/** The confirmation page, complete HTML in Chinese, without scripts; everything people entered is escaped. */
export function acknowledgePage(view: AcknowledgeView): string {
  switch (view.kind) {
    case 'invalid':
      return frame('链接无效', 'off', '', '<p>该链接不完整或已被改动。请打开最近一封邮件中的链接，或登录系统查看。</p>');
    case 'expired':
      return frame('链接已过期', 'off', '', '<p>该签收链接已超过有效期。请登录系统，在“隐患”中查看并签收。</p>');
    case 'superseded':
      return frame(
        '链接已失效',
        'off',
        '',
        '<p>该隐患此后已重新报送或已调整等级，此链接不再用于签收。请打开最近一封邮件中的链接，或登录系统查看。</p>',
      );
    case 'disputed':
      return frame(
        '链接已失效',
        'off',
        '',
        '<p>市化工专项行动办对此前的签收提出了异议，此链接不再用于签收。请打开最近一封邮件中的链接，或登录系统查看。</p>',
      );
    case 'open':
      return frame('重大事故隐患签收', '', `${view.county} · ${view.enterprise}`, facts(view) + form(view));
    case 'done':
      return frame(
        '已签收',
        'done',
        `${view.county} · ${view.enterprise}`,
        `<p><strong>${escapeHtml(view.acknowledged_by ?? '')}</strong> 已于 ${escapeHtml(view.acknowledged_at ?? '')} ${view.in_system ? '在系统中签收' : '签收'}本隐患报告。</p>${facts(view)}`,
      );
  }
}

function facts(view: Extract<AcknowledgeView, { title: string }>): string {
  const rows = [
    ['隐患名称', view.title],
    ['部位', view.place ?? TO_BE_ADDED],
    ['发现日期', day(view.found_on)],
    ['整改时限', day(view.deadline)],
    ['隐患描述', view.description],
  ];
  return `<dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd>${escapeHtml(value ?? '')}</dd>`).join('')}</dl>`;
}

function form({ fault, typed, sent_to }: Extract<AcknowledgeView, { title: string }>): string {
  const whose = sent_to === null ? '' : `<p class="hint">此链接发给 ${escapeHtml(sent_to)}，只供该收件人使用。</p>`;
  const attributes = fault ? 'aria-invalid="true" aria-describedby="fault"' : 'aria-describedby="hint"';
  return `<form method="post"><p class="hint">由市化工专项行动办签收。县（市、区）收到的是抄送件，请勿代为签收。</p>${whose}<label for="name">签收人姓名</label>
<input id="name" name="name" required minlength="2" maxlength="40" autocomplete="name" placeholder="请填写您的姓名" value="${escapeHtml(typed)}" ${attributes}>
${fault ? `<p class="fault" id="fault" role="alert">${escapeHtml(fault)}</p>` : ''}
<button type="submit">确认已收到</button>
<p class="hint" id="hint">确认后系统将记录签收人、时间、所用链接和网络地址，并停止催办。</p></form>`;
}

function frame(title: string, tone: string, subtitle: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>
<body><main><header class="${tone}"><h1>${title}</h1>${subtitle ? `<p>${escapeHtml(subtitle)}</p>` : ''}</header><section>${body}</section></main></body></html>`;
}
