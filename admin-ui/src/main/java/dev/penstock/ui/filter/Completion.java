package dev.penstock.ui.filter;

import org.jspecify.annotations.Nullable;

/**
 * What somebody is typing at a place in a filter's text. Reads texts that are not finished, such as an open quote.
 *
 * @param from where the word that is being typed begins, after its key and its quote
 * @param to where it ends
 * @param key null: no key stands before it, so it may become one
 * @param typed what stands between {@code from} and the caret, without a quote
 */
public record Completion(int from, int to, @Nullable Key key, String typed) {
    /** What is being typed at the caret. */
    public static Completion at(String text, int caret) {
        int end = Math.clamp(caret, 0, text.length());
        int term = 0;
        int value = 0;
        boolean quoted = false;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && Character.isWhitespace(c)) {
                term = i + 1;
                value = term;
            } else if (!quoted && (c == ',' || (c == ':' && value == term))) {
                value = i + 1;
            }
        }
        int begin = value == term && value < end && text.charAt(value) == '-' ? value + 1 : value;
        return new Completion(
                begin,
                ending(text, end, quoted),
                value == term ? null : key(text.substring(term, value)),
                text.substring(begin, end).replace("\"", ""));
    }

    private static int ending(String text, int caret, boolean quoted) {
        int at = caret;
        boolean inside = quoted;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!inside && (c == ',' || Character.isWhitespace(c))) {
                break;
            }
            inside ^= c == '"';
            at++;
        }
        return at;
    }

    /** The key of {@code -type:a,b,}; a word that is none asks for nothing. */
    private static @Nullable Key key(String before) {
        int colon = before.indexOf(':');
        String word = colon < 0 ? "" : before.substring(0, colon);
        Key key = Key.named(word.startsWith("-") ? word.substring(1) : word);
        return key == null ? Key.TEXT : key;
    }
}
