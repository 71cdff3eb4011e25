package dev.penstock.ui.filter;

import java.io.Serial;

/** Carries a mistake from where it is seen to {@link FilterParser#parse}; nobody else sees it. */
final class WrongHere extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int position;
    private final int length;

    WrongHere(int position, int length, String sentence) {
        super(sentence, null, false, false);
        this.position = position;
        this.length = length;
    }

    Parsed.Wrong wrong() {
        return new Parsed.Wrong(position, Math.max(1, length), String.valueOf(getMessage()));
    }
}
