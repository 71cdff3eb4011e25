package dev.penstock.projector.table;

/**
 * Text as PostgreSQL can hold it: neither its text nor its jsonb takes the character 0 or half a surrogate pair, and the log
 * may hold both.
 */
final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** The text with U+FFFD in place of what cannot be stored; the same object if there is nothing of the kind. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isLost(text, i)) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isLost(text, i)) {
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean.toString();
    }

    private static boolean isLost(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return c == 0 || (Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1))));
    }
}
