// Speaks through the page's one role=status element.
export function announce(text: string) {
  const status = document.getElementById("announcer");
  if (!status) return;
  status.textContent = "";
  // An empty moment in between, else the same words twice are not spoken twice.
  requestAnimationFrame(() => (status.textContent = text));
}
