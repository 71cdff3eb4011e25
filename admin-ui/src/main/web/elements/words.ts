// What scripts say, in the page's language: the server wrote it into #words (layout/words.html); English where there is none.
export function say(key: string, english: string, value: string | number = ""): string {
  const words = typeof document === "undefined" ? null : document.getElementById("words");
  return (words?.getAttribute(`data-say-${key}`) ?? english).replace("%", String(value));
}
