package dev.penstock.ui.read.pipeline;

import dev.penstock.api.job.Json;
import dev.penstock.api.mask.Mask;
import dev.penstock.api.mask.Masking;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The bytes of a dead letter, which may be a submission, or may be anything. */
final class Inputs {
    private Inputs() {}

    /** As text; bytes that are none become �. It may have been cut in the middle of four characters of base64. */
    static String text(String base64) {
        String whole = base64.substring(0, base64.length() / 4 * 4);
        return new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8);
    }

    /** The same bytes, if nothing in them is covered. */
    static String covered(String base64, Mask mask) {
        String text = text(base64);
        String covered = covered(mask, text);
        return covered.equals(text)
                ? base64
                : Base64.getEncoder().encodeToString(covered.getBytes(StandardCharsets.UTF_8));
    }

    /** What is meant by a text that somebody typed who saw the bytes covered. */
    static String restored(String typed, String base64, Mask mask) {
        String before = text(base64);
        if (!typed.contains(Masking.COVER)) {
            return typed;
        }
        if (typed.strip().equals(covered(mask, before).strip())) {
            return before;
        }
        return mask.restoredMessage(new Json(typed), new Json(before)).text();
    }

    private static String covered(Mask mask, String text) {
        Json message = mask.message(new Json(text));
        // What is no JSON is a text, in which names are looked for.
        return message.text().equals(text) ? mask.text(text) : message.text();
    }
}
