// <job-time mode="ago|running"><time datetime="…">text</time></job-time>: the text goes on by itself between refreshes,
// by the server's clock. Without script it says what it said when the page was made.
import { relative, running } from "./spans";

const serverNow = Date.parse(document.documentElement.dataset.now ?? "");
const skew = Number.isNaN(serverNow) ? 0 : serverNow - Date.now();
const clocks = new Set<JobTime>();

class JobTime extends HTMLElement {
  connectedCallback() {
    clocks.add(this);
  }

  disconnectedCallback() {
    clocks.delete(this);
  }

  tick(now: number) {
    // What was stands still.
    if (this.closest("[data-past]")) return;
    const time = this.firstElementChild;
    const since = Date.parse(time?.getAttribute("datetime") ?? "");
    if (!time || Number.isNaN(since)) return;
    const text = this.getAttribute("mode") === "running" ? running(now - since) : relative(now - since);
    if (time.textContent !== text) time.textContent = text;
  }
}

export function tickAll() {
  if (document.hidden) return;
  const now = Date.now() + skew;
  for (const clock of clocks) clock.tick(now);
}

customElements.define("job-time", JobTime);
setInterval(tickAll, 1000);
// At once after a refresh, before it is painted, so that no text jumps back and forth.
document.addEventListener("htmx:after:swap", tickAll);
document.addEventListener("visibilitychange", tickAll);
