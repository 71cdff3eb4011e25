// <job-stack><button popovertarget=…>first line</button><div popover>whole trace</div></job-stack>: the button alone opens
// and closes the popover; this adds opening on hover and on focus. The popover stays while the pointer is on it, and Esc
// closes it until the pointer or the focus comes back (WCAG 1.4.13).
const OPEN_AFTER = 180;
const CLOSE_AFTER = 260;

class JobStack extends HTMLElement {
  private timer = 0;
  private pressed = false;

  connectedCallback() {
    for (const [event, listener] of this.listeners) this.addEventListener(event, listener);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    for (const [event, listener] of this.listeners) this.removeEventListener(event, listener);
  }

  private get button() {
    return this.querySelector<HTMLButtonElement>("[popovertarget]");
  }

  private get popup() {
    return this.querySelector<HTMLElement>("[popover]");
  }

  private soon(millis: number, act: () => void) {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(act, millis);
  }

  private show = () => {
    const popup = this.popup;
    if (!popup || popup.matches(":popover-open")) return;
    // The source is the anchor beside which the style sheet places the popover.
    (popup.showPopover as (options?: object) => void).call(popup, { source: this.button });
  };

  private hide = () => {
    if (this.popup?.matches(":popover-open")) this.popup.hidePopover();
  };

  private get within() {
    return this.matches(":hover") || this.matches(":focus-within");
  }

  private listeners: [string, (event: Event) => void][] = [
    ["pointerenter", () => this.soon(OPEN_AFTER, this.show)],
    ["pointerleave", () => this.soon(CLOSE_AFTER, () => this.within || this.hide())],
    // A press focuses first and clicks then: without this the click would close what the focus has just opened.
    ["pointerdown", (e) => (this.pressed = e.target === this.button || this.button!.contains(e.target as Node))],
    ["focusin", (e) => this.pressed || (e.target === this.button && this.show())],
    ["focusout", () => this.soon(CLOSE_AFTER, () => this.within || this.hide())],
    ["click", () => (this.pressed = false)],
    ["keydown", (e) => (e as KeyboardEvent).key === "Escape" && (clearTimeout(this.timer), this.hide())],
  ];
}

customElements.define("job-stack", JobStack);
