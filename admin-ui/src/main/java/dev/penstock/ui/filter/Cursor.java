package dev.penstock.ui.filter;

import static dev.penstock.ui.tongue.Tongue.say;

/** Reads a filter's text from left to right, and knows where it is. */
final class Cursor {
    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    /**
     * A piece of text between separators.
     *
     * @param position where it begins, quotes included
     * @param text without quotes
     * @param quoted whether it stood in quotes, so nothing in it means anything special
     * @param star whether a {@code *} followed the closing quote
     */
    record Piece(int position, String text, boolean quoted, boolean star) {
        int length() {
            return text.length() + (quoted ? 2 : 0);
        }
    }

    int position() {
        return at;
    }

    boolean skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    boolean atEndOfTerm() {
        return at >= text.length() || Character.isWhitespace(text.charAt(at));
    }

    /** The letters before a colon, if a term begins with a key here; else nothing is taken. */
    String key() {
        int end = at;
        while (end < text.length() && isKeyLetter(text.charAt(end))) {
            end++;
        }
        if (end == at || end >= text.length() || text.charAt(end) != ':') {
            return "";
        }
        String key = text.substring(at, end);
        at = end + 1;
        return key;
    }

    Piece piece() throws WrongHere {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private Piece plain() throws WrongHere {
        int from = at;
        while (!atEndOfTerm() && text.charAt(at) != ',') {
            if (text.charAt(at) == '"') {
                throw new WrongHere(at, 1, "A quote may only begin a value: put the whole value in quotes");
            }
            at++;
        }
        return new Piece(from, text.substring(from, at), false, false);
    }

    private Piece quoted() throws WrongHere {
        int from = at++;
        StringBuilder inside = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            inside.append(text.charAt(at++));
        }
        if (!take('"')) {
            throw new WrongHere(from, at - from, say("This quote is never closed: add \" at the end of the value"));
        }
        return new Piece(from, inside.toString(), true, take('*'));
    }

    private static boolean isKeyLetter(char c) {
        return Character.isLetter(c) || c == '_' || c == '.';
    }
}
