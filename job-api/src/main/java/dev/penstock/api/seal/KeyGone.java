package dev.penstock.api.seal;

import java.io.Serial;

/** What is sealed cannot be opened, now or ever: its subject was erased, or it is not what was sealed. */
public final class KeyGone extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    KeyGone(String sentence) {
        super(sentence);
    }
}
