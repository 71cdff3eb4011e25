package dev.penstock.ui.tongue;

import dev.penstock.ui.tongue.Piece.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A text of a template.
 *
 * @param key in English, with {@code {1}} for each value and {@code <2>…</2>} for each link or emphasis in it
 * @param slots what these stand for, in their order; of a link its opening tag
 * @param source as it stands in the template
 */
record Phrase(String key, List<String> slots, String source) {
    private static final String[] CLOSING = {"</a>", "</code>", "</b>", "</strong>", "</em>", "</kbd>"};

    static Phrase of(List<Piece> pieces) {
        StringBuilder key = new StringBuilder();
        StringBuilder source = new StringBuilder();
        List<String> slots = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (Piece piece : pieces) {
            source.append(piece.source());
            switch (piece.kind()) {
                case TEXT -> key.append(piece.source().replaceAll("\\s+", " "));
                case SLOT -> {
                    slots.add(piece.source());
                    key.append('{').append(slots.size()).append('}');
                }
                case OPEN -> {
                    slots.add(piece.source());
                    open.push(slots.size());
                    key.append('<').append(slots.size()).append('>');
                }
                case CLOSE -> key.append("</").append(open.pop()).append('>');
                case EDGE -> throw new IllegalArgumentException("No part of a text: " + piece.source());
            }
        }
        return new Phrase(key.toString(), slots, source.toString());
    }

    /** Whether links and emphases close where they open. */
    static boolean isWhole(List<Piece> pieces) {
        int depth = 0;
        for (Piece piece : pieces) {
            depth += piece.is(Kind.OPEN) ? 1 : piece.is(Kind.CLOSE) ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    /** The template's source for a text in another language. */
    String with(String text) {
        String source = text;
        for (int i = slots.size(); i >= 1; i--) {
            String slot = slots.get(i - 1);
            source = source.replace("{" + i + "}", slot)
                    .replace("<" + i + ">", slot)
                    .replace("</" + i + ">", slot.startsWith("<") ? closing(slot) : "");
        }
        return source;
    }

    private static String closing(String opening) {
        for (String tag : CLOSING) {
            String name = tag.substring(2, tag.length() - 1);
            if (opening.startsWith(name, 1) && !Character.isLetter(opening.charAt(1 + name.length()))) {
                return tag;
            }
        }
        throw new IllegalArgumentException(opening);
    }
}
