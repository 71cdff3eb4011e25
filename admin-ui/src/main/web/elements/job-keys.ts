// <job-keys>: the keyboard, off inside fields and where the reader has switched it off (WCAG 2.1.4). "g" and then a letter
// follows the link of the rail with that data-key.
import type { JobLive } from "./job-live";

class JobKeys extends HTMLElement {
  private going = false;

  connectedCallback() {
    document.addEventListener("keydown", this.pressed);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.pressed);
  }

  private pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.documentElement.dataset.keys === "off") return;
    const target = event.target as HTMLElement;
    if (target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    if (document.querySelector("dialog[open]")) return;
    const act = this.going ? () => this.go(event.key) : this.acts[event.key];
    this.going = !this.going && event.key === "g";
    if (act && act() !== false) event.preventDefault();
  };

  private go(key: string) {
    const link = document.querySelector<HTMLElement>(`.rail a[data-key="${CSS.escape(key)}"]`);
    link?.click();
    return link !== null;
  }

  private acts: Record<string, () => boolean | void> = {
    g: () => true,
    "/": () => this.focus_("input[type=search]"),
    "?": () => this.press("[data-help]"),
    r: () => document.querySelector<JobLive>("job-live")?.toggle(),
    t: () => document.querySelector<HTMLElement>("[data-theme-switch]")?.click(),
    j: () => this.row(1),
    k: () => this.row(-1),
    x: () => this.tick(false),
    X: () => this.tick(true),
    e: () => this.act("retry"),
    s: () => this.act("stop"),
    ".": () => this.inRow(".row-menu summary"),
    a: () => document.querySelector<HTMLElement>("thead .tick input")?.click(),
    "[": () => document.querySelector<HTMLElement>("a[rel=prev]")?.click(),
    "]": () => document.querySelector<HTMLElement>("a[rel=next]")?.click(),
  };

  private focus_(selector: string) {
    const field = document.querySelector<HTMLElement>(selector);
    field?.focus();
    return field !== null;
  }

  private get row_() {
    return document.activeElement?.closest("tr") ?? null;
  }

  private row(step: number) {
    const links = [...document.querySelectorAll<HTMLElement>(".rows tbody .job a:first-of-type")];
    const at = links.findIndex((link) => link.closest("tr") === this.row_);
    const next = links[Math.max(0, Math.min(links.length - 1, at < 0 ? 0 : at + step))];
    next?.focus();
    return next !== undefined;
  }

  // As a click does, so that job-select sees the shift key.
  private tick(range: boolean) {
    const tick = this.row_?.querySelector<HTMLElement>(".tick input");
    const click = new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: range });
    tick?.dispatchEvent(click);
    return tick !== null && tick !== undefined;
  }

  private act(act: string) {
    return this.inRow(`[data-act="${act}"]`) || (!this.row_ && this.press(`.page-head [data-act="${act}"]`));
  }

  private press(selector: string) {
    const found = document.querySelector<HTMLElement>(selector);
    found?.click();
    return found !== null;
  }

  private inRow(selector: string) {
    const found = this.row_?.querySelector<HTMLElement>(selector);
    found?.click();
    return found !== undefined && found !== null;
  }
}

customElements.define("job-keys", JobKeys);
