// <job-live src="/live?…">: listens to the server's "something changed" and tells the page's regions, which then fetch and
// morph themselves. It holds still while somebody is in the middle of something: a hidden tab, ticked rows, an open dialog
// or stack trace, selected text, or the switch.
import { say } from "./words";
import { announce } from "./announce";

type State = "live" | "paused" | "lost" | "off";
const REFRESH = "penstock:refresh";
const ANNOUNCE_EVERY = 10_000;

export class JobLive extends HTMLElement {
  private source: EventSource | null = null;
  private missed = false;
  private failures = 0;
  private announcedAt = 0;
  private failedJobs: number | null = null;

  connectedCallback() {
    this.button.addEventListener("click", this.toggle);
    document.addEventListener("visibilitychange", this.visibility);
    document.addEventListener("htmx:after:swap", this.swapped);
    for (const event of ["selectionchange", "change", "toggle", "close"]) {
      document.addEventListener(event, this.later, true);
    }
    this.failedJobs = this.countFailed();
    this.connect();
  }

  toggle = () => {
    localStorage.setItem("live", this.off ? "on" : "off");
    if (this.off) this.disconnect();
    else this.connect();
    this.show();
    announce(this.off ? say("isoff", "Live updates off") : say("ison", "Live updates on"));
    this.catchUp();
  };

  private get button() {
    return this.querySelector("button")!;
  }

  private get off() {
    return localStorage.getItem("live") === "off";
  }

  private get busyWith(): string | null {
    if (document.querySelector("dialog[open]")) return say("dialog", "a dialog is open");
    if (document.querySelector(".stack-pop:popover-open")) return say("stack", "a stack trace is open");
    if (document.querySelector("job-filter [role=listbox]:not([hidden])")) return say("listed", "suggestions are open");
    if (document.querySelector("job-select[has-selection]")) return say("rows", "rows are selected");
    const selection = document.getSelection();
    return selection && !selection.isCollapsed && selection.toString().trim() ? say("text", "text is selected") : null;
  }

  private connect() {
    this.disconnect();
    if (this.off || document.hidden) return this.show();
    const since = document.querySelector<HTMLElement>("[data-as-of]")?.dataset.asOf ?? "";
    const source = new EventSource(`${this.getAttribute("src")}&since=${encodeURIComponent(since)}`);
    this.source = source;
    source.onopen = () => {
      this.failures = 0;
      this.show();
    };
    source.onerror = () => {
      this.failures++;
      this.show();
      // The browser tries again by itself unless the server refused; then a little later.
      if (source.readyState === EventSource.CLOSED) setTimeout(() => this.source === source && this.connect(), 5000);
    };
    source.addEventListener("changed", this.changed);
    source.addEventListener("lag", (event) => this.lag(event.data as string));
  }

  private disconnect() {
    this.source?.close();
    this.source = null;
  }

  private changed = () => {
    this.missed = true;
    this.catchUp();
  };

  private catchUp = () => {
    this.show();
    if (!this.missed || this.off || document.hidden || this.busyWith) return;
    this.missed = false;
    document.body.dispatchEvent(new CustomEvent(REFRESH));
  };

  // After the others: ticking a row counts only once job-select has seen it.
  private later = () => {
    setTimeout(this.catchUp);
  };

  private visibility = () => {
    if (document.hidden) this.disconnect();
    else this.connect();
  };

  private lag(text: string) {
    const badge = document.getElementById("lag");
    if (badge && badge.textContent !== text) badge.textContent = text;
  }

  private swapped = () => {
    const now = this.countFailed();
    const more = now !== null && this.failedJobs !== null ? now - this.failedJobs : 0;
    if (more > 0 && Date.now() - this.announcedAt > ANNOUNCE_EVERY) {
      announce(say("failed", "% more failed", more));
      this.announcedAt = Date.now();
      this.failedJobs = now;
    } else if (more <= 0) {
      this.failedJobs = now;
    }
  };

  private countFailed() {
    const count = document.querySelector<HTMLElement>("[data-failed]")?.dataset.failed;
    return count === undefined ? null : Number(count);
  }

  private show() {
    const busy = this.busyWith;
    const state: State = this.off ? "off" : this.source?.readyState === 1 ? (busy ? "paused" : "live") : "lost";
    const lost = this.failures === 0 ? say("connecting", "Connecting") : say("again", "Trying again (%)", this.failures);
    const words = { live: say("live", "Live"), paused: say("paused", "Paused"), lost, off: say("off", "Live off") }[state];
    const button = this.button;
    if (button.dataset.state === state && button.lastElementChild!.textContent === words) return;
    button.dataset.state = state;
    button.setAttribute("aria-pressed", String(!this.off));
    button.title = state === "paused" ? say("waits", "Waits because %", busy!) : say("switch", "Live updates on or off (r)");
    button.lastElementChild!.textContent = words;
  }
}

customElements.define("job-live", JobLive);
