// <job-dialog><dialog></dialog></job-dialog>: a link with data-dialog opens the #confirm of the page it leads to in a
// native dialog; without script it leads to that page. The focus returns to the link by itself.
class JobDialog extends HTMLElement {
  connectedCallback() {
    document.addEventListener("click", this.clicked);
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.clicked);
  }

  private clicked = async (event: MouseEvent) => {
    const target = event.target as Element;
    const dialog = this.querySelector("dialog")!;
    if (dialog.contains(target) && target.closest("[data-close]")) {
      event.preventDefault();
      dialog.close();
      return;
    }
    const link = target.closest<HTMLAnchorElement>("a[data-dialog]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    try {
      const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const body = page.getElementById("confirm");
      if (!answer.ok || !body) throw new Error(link.href);
      dialog.replaceChildren(document.importNode(body, true));
      dialog.showModal();
    } catch {
      location.href = link.href;
    }
  };
}

customElements.define("job-dialog", JobDialog);
