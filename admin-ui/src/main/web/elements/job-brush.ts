// <job-brush rest="…"><svg>… <a data-from data-until> …</svg></job-brush>: bars or steps over time, each a link by itself.
// Drawing over several leads to the jobs of that stretch: the filter "rest" with the first one's beginning and the last
// one's end. With a keyboard the same is asked for in the filter. Charts of one page share the step under the pointer: each
// marks its own, and writes its numbers into ".here" below it.
class JobBrush extends HTMLElement {
  private begun: Element | null = null;
  private moved = false;

  connectedCallback() {
    for (const [event, listener] of this.listeners) this.addEventListener(event, listener as EventListener);
  }

  private step(event: PointerEvent) {
    const under = document.elementFromPoint(event.clientX, this.getBoundingClientRect().top + this.clientHeight / 2);
    const step = under?.closest("[data-from]") ?? null;
    return step && this.contains(step) ? step : null;
  }

  private chosen(end: Element | null) {
    const steps = [...this.querySelectorAll("[data-from]")];
    const [a, b] = [steps.indexOf(this.begun!), steps.indexOf(end ?? this.begun!)];
    return steps.slice(Math.min(a, b), Math.max(a, b) + 1);
  }

  private mark(steps: Element[]) {
    for (const step of this.querySelectorAll("[data-from]")) step.toggleAttribute("data-chosen", steps.includes(step));
  }

  private down = (event: PointerEvent) => {
    this.moved = false;
    this.begun = event.button === 0 ? this.step(event) : null;
  };

  private move = (event: PointerEvent) => {
    if (!this.begun) return;
    const step = this.step(event);
    if (!step || (step === this.begun && !this.moved)) return;
    this.moved = true;
    if (!this.hasPointerCapture(event.pointerId)) this.setPointerCapture(event.pointerId);
    this.mark(this.chosen(step));
  };

  private up = () => {
    const chosen = [...this.querySelectorAll("[data-chosen]")];
    this.begun = null;
    if (!this.moved || chosen.length === 0) return;
    const [first, last] = [chosen[0]!, chosen[chosen.length - 1]!];
    const stretch = `created:${first.getAttribute("data-from")}..${last.getAttribute("data-until")}`;
    const filter = `${this.getAttribute("rest") ?? ""} ${stretch}`.trim();
    // A chart of the past leads to the jobs as they were then.
    const moment = /&at=[^&]*/.exec(first.getAttribute("href") ?? "")?.[0] ?? "";
    location.href = `/jobs?q=${encodeURIComponent(filter)}${moment}`;
  };

  private point = (event: PointerEvent) => {
    const step = (event.target as Element).closest?.(".chart [data-from]") ?? null;
    this.share(step?.getAttribute("data-from") ?? null);
  };

  private leave = () => this.share(null);

  private share(from: string | null) {
    for (const figure of document.querySelectorAll("figure:has(.chart)")) {
      let numbers = "";
      for (const step of figure.querySelectorAll(".chart [data-from]")) {
        const here = step.getAttribute("data-from") === from;
        step.toggleAttribute("data-here", here);
        if (here) numbers = (step.querySelector("title")?.textContent ?? "").split("\n").join(" · ");
      }
      const below = figure.querySelector(".here");
      if (below) below.textContent = numbers;
    }
  }

  private stop = () => {
    this.begun = null;
    this.mark([]);
  };

  // The link on which the drawing ended is not meant.
  private clicked = (event: Event) => {
    if (this.moved) event.preventDefault();
    this.moved = false;
  };

  private listeners: [string, (event: PointerEvent) => void][] = [
    ["pointerdown", this.down],
    ["pointermove", this.move],
    ["pointerup", this.up],
    ["pointercancel", this.stop],
    ["pointerover", this.point],
    ["pointerleave", this.leave],
    ["click", this.clicked],
    // A link would else be dragged away as a link.
    ["dragstart", (event) => event.preventDefault()],
  ];
}

customElements.define("job-brush", JobBrush);
