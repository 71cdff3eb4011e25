package dev.penstock.api.job;

import java.nio.charset.StandardCharsets;

/**
 * A JSON value that Penstock carries but does not read: payload, result, checkpoint.
 *
 * <p>Kept as the text that arrived, so it is neither parsed nor written a second time on its way; two are equal when
 * their texts are.
 *
 * @param text one well-formed JSON value
 */
public record Json(String text) {
    public static final Json NULL = new Json("null");
    public static final Json EMPTY = new Json("{}");

    /** Size in bytes of the UTF-8 form. */
    public int bytes() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether the UTF-8 form has more than {@code most} bytes. */
    public boolean exceeds(int most) {
        int characters = text.length();
        // No character has more than three bytes: most texts need not be encoded to be measured.
        return characters > most || (characters > most / 3 && bytes() > most);
    }

    @Override
    public String toString() {
        return text;
    }
}
