// <job-filter><input type="search"> <ul role="listbox" hidden></ul></job-filter>: suggests keys and values while a filter is
// typed (combobox of ARIA 1.2): arrows choose, Enter or Tab takes, Esc closes. Without script it is a plain field.
import { say } from "./words";
import { announce } from "./announce";

interface Suggestion {
  text: string;
  note: string;
  jobs?: number;
}
interface Answer {
  from: number;
  to: number;
  suggestions: Suggestion[];
}
const AFTER = 120;

class JobFilter extends HTMLElement {
  private timer = 0;
  private asked = 0;
  private answer: Answer | null = null;
  private at = -1;

  connectedCallback() {
    this.describe();
    this.addEventListener("input", this.typed);
    this.addEventListener("focusin", this.typed);
    this.addEventListener("keydown", this.pressed);
    this.addEventListener("focusout", this.close);
    // Before the field loses the focus.
    this.list.addEventListener("pointerdown", this.picked);
    document.addEventListener("htmx:after:swap", this.describe);
  }

  disconnectedCallback() {
    document.removeEventListener("htmx:after:swap", this.describe);
  }

  private get field() {
    return this.querySelector("input")!;
  }

  private get list() {
    return this.querySelector<HTMLElement>("[role=listbox]")!;
  }

  private describe = () => {
    const field = this.field;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    field.setAttribute("aria-expanded", String(!this.list.hidden));
  };

  private typed = () => {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.ask, AFTER);
  };

  private ask = async () => {
    const number = ++this.asked;
    const field = this.field;
    const query = new URLSearchParams({ q: field.value, at: String(field.selectionStart ?? field.value.length) });
    try {
      const response = await fetch(`/api/v1/filter/suggestions?${query}`, { headers: { Accept: "application/json" } });
      if (!response.ok || number !== this.asked || document.activeElement !== field) return;
      this.answer = (await response.json()) as Answer;
      this.show();
    } catch {
      this.close();
    }
  };

  private show() {
    const suggestions = this.answer?.suggestions ?? [];
    this.list.replaceChildren(...suggestions.map((one, index) => this.option(one, index)));
    this.at = -1;
    this.list.hidden = suggestions.length === 0;
    this.mark();
    if (suggestions.length) announce(say("suggestions", "% suggestions", suggestions.length));
  }

  private option(one: Suggestion, index: number) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${index}`;
    option.role = "option";
    const text = document.createElement("code");
    text.textContent = one.text;
    const note = document.createElement("span");
    note.textContent = one.jobs == null ? one.note : [one.note, one.jobs.toLocaleString("en")].join(" ").trim();
    option.append(text, " ", note);
    return option;
  }

  private mark() {
    for (const [index, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(index === this.at));
      if (index === this.at) option.scrollIntoView({ block: "nearest" });
    }
    this.field.setAttribute("aria-expanded", String(!this.list.hidden));
    if (this.at < 0) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", `${this.list.id}-${this.at}`);
  }

  private close = () => {
    clearTimeout(this.timer);
    this.asked++;
    this.list.hidden = true;
    this.at = -1;
    this.mark();
  };

  private pressed = (event: KeyboardEvent) => {
    const count = this.list.children.length;
    if (this.list.hidden || count === 0) {
      if (event.key === "ArrowDown") this.typed();
      return;
    }
    if (event.key === "ArrowDown") this.at = (this.at + 1) % count;
    else if (event.key === "ArrowUp") this.at = (Math.max(this.at, 0) - 1 + count) % count;
    else if (event.key === "Escape") this.close();
    else if ((event.key === "Enter" || event.key === "Tab") && this.at >= 0) this.take(this.at);
    else return;
    event.preventDefault();
    this.mark();
  };

  private picked = (event: Event) => {
    event.preventDefault();
    const option = (event.target as Element).closest("[role=option]");
    if (option) this.take([...this.list.children].indexOf(option));
  };

  private take(index: number) {
    const answer = this.answer!;
    const text = answer.suggestions[index]!.text;
    const after = text.endsWith(":") ? "" : " ";
    this.field.setRangeText(text + after, answer.from, answer.to, "end");
    this.close();
    this.typed();
  }
}

customElements.define("job-filter", JobFilter);
