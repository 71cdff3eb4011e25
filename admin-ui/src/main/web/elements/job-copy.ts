// <job-copy value="…"><button>Copy</button></job-copy>: the button is hidden until this element is defined.
import { say } from "./words";
import { announce } from "./announce";

class JobCopy extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this.copy);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this.copy);
  }

  private copy = async () => {
    const text = this.getAttribute("value") ?? document.getElementById(this.getAttribute("of") ?? "")?.textContent ?? "";
    try {
      await navigator.clipboard.writeText(text);
      this.toggleAttribute("copied", true);
      setTimeout(() => this.toggleAttribute("copied", false), 1500);
      announce(say("copied", "Copied"));
    } catch {
      announce(say("nocopy", "The browser did not allow copying; select the text instead"));
    }
  };
}

customElements.define("job-copy", JobCopy);
