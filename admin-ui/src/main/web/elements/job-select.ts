// <job-select><form>… a table with ticks …</form></job-select>: tick all, a range with shift, the number in the buttons.
// Without script the ticks and the buttons still work; they only do not count.
import { say } from "./words";
import { announce } from "./announce";

class JobSelect extends HTMLElement {
  private last: HTMLInputElement | null = null;

  connectedCallback() {
    this.addEventListener("click", this.clicked);
    this.addEventListener("change", this.changed);
    document.addEventListener("htmx:after:swap", this.show);
    this.show();
  }

  disconnectedCallback() {
    document.removeEventListener("htmx:after:swap", this.show);
  }

  get ticks() {
    return [...this.querySelectorAll<HTMLInputElement>("tbody .tick input")];
  }

  private get all() {
    return this.querySelector<HTMLInputElement>("thead .tick input");
  }

  private clicked = (event: MouseEvent) => {
    const tick = event.target as HTMLInputElement;
    const ticks = this.ticks;
    const at = ticks.indexOf(tick);
    if (at < 0) return;
    const from = this.last ? ticks.indexOf(this.last) : -1;
    if (event.shiftKey && from >= 0) {
      for (const other of ticks.slice(Math.min(from, at), Math.max(from, at) + 1)) other.checked = tick.checked;
    }
    this.last = tick;
  };

  private changed = (event: Event) => {
    if (event.target === this.all) for (const tick of this.ticks) tick.checked = this.all!.checked;
    this.show();
    announce(say("selected", "% selected", this.ticks.filter((tick) => tick.checked).length));
  };

  private show = () => {
    const ticks = this.ticks;
    const ticked = ticks.filter((tick) => tick.checked);
    for (const tick of ticks) {
      const row = tick.closest("tr")!;
      if (tick.checked) row.setAttribute("aria-selected", "true");
      else row.removeAttribute("aria-selected");
    }
    if (this.all) {
      this.all.checked = ticked.length > 0 && ticked.length === ticks.length;
      this.all.indeterminate = ticked.length > 0 && ticked.length < ticks.length;
    }
    for (const button of this.querySelectorAll<HTMLButtonElement>("[data-selected]")) {
      button.disabled = ticked.length === 0;
      const count = button.querySelector("output");
      if (count) count.textContent = ticked.length ? String(ticked.length) : "";
    }
    this.toggleAttribute("has-selection", ticked.length > 0);
  };
}

customElements.define("job-select", JobSelect);
