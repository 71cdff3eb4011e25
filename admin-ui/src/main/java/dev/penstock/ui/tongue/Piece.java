package dev.penstock.ui.tongue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A piece of a template.
 *
 * @param kind what it is for a text that it stands in
 * @param source as it stands in the template
 */
record Piece(Kind kind, String source) {
    enum Kind {
        TEXT,
        /** An expression, or a tag of ours that ends at once: a value within a text. */
        SLOT,
        /** A link or an emphasis opens or closes within a text. */
        OPEN,
        CLOSE,
        /** Any other tag: a text ends here. */
        EDGE
    }

    private static final Set<String> WITHIN_TEXT = Set.of("a", "code", "b", "strong", "em", "kbd");

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Whether there is something to say in another language. */
    boolean hasWords() {
        return is(Kind.TEXT) && Wording.hasWords(source);
    }

    /** The pieces of a template, which together are the template. */
    static List<Piece> of(String template) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < template.length(); at = Math.max(at + 1, from)) {
            boolean escaped = at > 0 && template.charAt(at - 1) == '\\';
            Kind kind = escaped ? Kind.TEXT : kindAt(template, at);
            if (kind == Kind.TEXT) {
                continue;
            }
            if (from < at) {
                pieces.add(new Piece(Kind.TEXT, template.substring(from, at)));
            }
            from = template.charAt(at) == '<' ? endOfTag(template, at) : endOfBraces(template, at);
            String source = template.substring(at, from);
            pieces.add(new Piece(kind == Kind.SLOT ? slotOrEdge(source) : kind, source));
        }
        if (from < template.length()) {
            pieces.add(new Piece(Kind.TEXT, template.substring(from)));
        }
        return pieces;
    }

    private static Kind kindAt(String template, int at) {
        char next = at + 1 < template.length() ? template.charAt(at + 1) : ' ';
        if (template.charAt(at) == '{') {
            return Character.isLetter(next) || "#/@!_[".indexOf(next) >= 0 ? Kind.SLOT : Kind.TEXT;
        }
        if (template.charAt(at) != '<' || !(Character.isLetter(next) || next == '/' || next == '!')) {
            return Kind.TEXT;
        }
        boolean closes = next == '/';
        String name = template.substring(at + (closes ? 2 : 1)).split("[^A-Za-z0-9-]", 2)[0];
        return !WITHIN_TEXT.contains(name) ? Kind.EDGE : closes ? Kind.CLOSE : Kind.OPEN;
    }

    private static Kind slotOrEdge(String source) {
        boolean section = source.startsWith("{#");
        boolean endsAtOnce = section && source.endsWith("/}");
        boolean drawing = source.startsWith("{#icon ") || source.startsWith("{#include ");
        return section
                ? endsAtOnce && !drawing ? Kind.SLOT : Kind.EDGE
                : "/@!".indexOf(source.charAt(1)) >= 0 ? Kind.EDGE : Kind.SLOT;
    }

    /** Behind the brace that closes the one at {@code at}. */
    private static int endOfBraces(String template, int at) {
        int depth = 0;
        for (int i = at; i < template.length(); i++) {
            depth += template.charAt(i) == '{' ? 1 : template.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("A brace is not closed: " + template.substring(at));
    }

    /** Behind the tag that begins at {@code at}; a {@code >} in quotes or braces does not end it. */
    private static int endOfTag(String template, int at) {
        boolean quoted = false;
        for (int i = at; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{' && kindAt(template, i) == Kind.SLOT && template.charAt(i - 1) != '\\') {
                i = endOfBraces(template, i) - 1;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '>' && !quoted) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("A tag is not closed: " + template.substring(at));
    }
}
