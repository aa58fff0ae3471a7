/** Where a message is read: as HTML, in the manner of the programs that show it. */

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

function framed(width: number, style: string, body: string): string {
  return `<!doctype html><meta charset="utf-8"><style>
*{box-sizing:border-box}
body{margin:0;padding:16px;width:${String(width)}px;font:14px/1.5 system-ui,"DejaVu Sans",sans-serif;color:#1b2330;background:#eef0f3}
main{border-radius:10px;background:#fff;border:1px solid #d9dee5;overflow:hidden}
p{margin:0 0 8px}code{font:12px "DejaVu Sans Mono",monospace}
a{color:#0b57d0}
${style}</style><main>${body}</main>`;
}

/** Text with its addresses as links. */
function linked(text: string): string {
  return escaped(text).replace(/https:\/\/\S+/g, (address) => `<a>${address}</a>`);
}

/** A mail as SNS sends it: with a subject that is the same for each. */
export function mailFrame(text: string): string {
  return framed(
    760,
    `header{padding:16px 20px;border-bottom:1px solid #e4e8ed}h1{margin:0 0 10px;font-size:19px}
.who{display:grid;grid-template-columns:40px 1fr auto;gap:0 12px;align-items:center}
.who b{display:grid;place-items:center;width:40px;height:40px;border-radius:50%;background:#3b5bdb;color:#fff}
small{color:#566173}.body{padding:18px 20px;white-space:pre-wrap;overflow-wrap:anywhere}`,
    `<header><h1>AWS Notification Message</h1><div class="who"><b>A</b><div><strong>AWS Notifications</strong> <small>no-reply@sns.amazonaws.com</small><br><small>to security@example.com</small></div></div></header><div class="body">${linked(text)}</div>`,
  );
}

/** A message in a channel of Slack; its text is Markdown, here as HTML. */
export function chatFrame(title: string, html: string): string {
  return framed(
    760,
    `header{padding:12px 20px;border-bottom:1px solid #e4e8ed;font-weight:700}
.post{display:grid;grid-template-columns:40px 1fr;gap:12px;padding:16px 20px}
.face{display:grid;place-items:center;width:40px;height:40px;border-radius:9px;background:#5b3fd6;color:#fff;font-weight:700}
.app{padding:1px 5px;border-radius:3px;background:#e6e8ec;color:#566173;font-size:11px}
.note{margin-top:6px;padding-left:12px;border-left:4px solid #d9dee5;overflow-wrap:anywhere}
ul{margin:0 0 8px;padding-left:20px}code{padding:1px 4px;border:1px solid #dfe3e9;border-radius:4px;background:#f5f6f8;color:#b3122b}`,
    `<header># security-alerts</header><div class="post"><div class="face">Q</div><div><strong>Amazon Q Developer</strong> <span class="app">APP</span><div class="note"><p><strong>${escaped(title)}</strong></p>${html}</div></div></div>`,
  );
}

/** A comment in a pull request; its text is Markdown, here as HTML. */
export function commentFrame(html: string): string {
  return framed(
    860,
    `header{padding:9px 16px;border-bottom:1px solid #d9dee5;background:#f5f7f9;color:#566173}header strong{color:#1b2330}
.body{padding:16px;overflow-wrap:anywhere}h2{margin:0 0 12px;padding-bottom:6px;border-bottom:1px solid #e4e8ed;font-size:20px}h3{margin:16px 0 8px;font-size:16px}
ul{margin:0 0 8px;padding-left:22px}table{border-collapse:collapse}td,th{padding:5px 12px;border:1px solid #d9dee5;text-align:left}
code{padding:2px 5px;border-radius:5px;background:#eff1f4}`,
    `<header><strong>github-actions</strong> commented</header><div class="body">${html}</div>`,
  );
}

const colours: Readonly<Record<string, string>> = { 31: "#ff8f87", 32: "#8bdaa8", 33: "#f3cf6d" };

/** What a terminal shows of text with colours. */
export function terminalFrame(command: string, text: string): string {
  const shown = escaped(text.trimEnd())
    .split("\u001B[")
    .map((part, i) => {
      const [, code = "", rest = ""] = i === 0 ? [] : (/^(\d+)m([\s\S]*)$/u.exec(part) ?? []);
      if (i === 0) return part;
      return `</span><span style="color:${colours[code] ?? "inherit"}">${rest}`;
    })
    .join("");
  return framed(
    920,
    `main{background:#131923;border-color:#131923;color:#e5eaf0}header{padding:10px 16px;color:#9dabbb;font-size:12px}
pre{margin:0;padding:4px 18px 18px;font:13px/1.35 "DejaVu Sans Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere}`,
    `<header>● ● ●</header><pre>$ ${escaped(command)}\n<span>${shown}</span></pre>`,
  );
}
