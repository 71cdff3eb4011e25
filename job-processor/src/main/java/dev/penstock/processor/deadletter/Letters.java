package dev.penstock.processor.deadletter;

import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.dispatch.DeadLetter.Source;
import dev.penstock.api.job.Failure;
import dev.penstock.api.topic.Headers;
import dev.penstock.api.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Makes the records of {@code jobs.dead-letter}. */
public final class Letters {
    /** Cause headers, so that a reader can sort dead letters without decoding them. */
    public static final String REASON = "penstock-reason";

    public static final String ERROR = "penstock-error";
    public static final String MESSAGE = "penstock-message";
    public static final String SOURCE = "penstock-source";

    private static final int MAX_INPUT = 256 * 1024;
    private static final int MAX_LETTER = 900 * 1024;
    private static final int MAX_HEADER = 1_000;
    private static final int ERRORS_IN_NEED = 2;

    private Letters() {}

    /** What is kept of a record that cannot be read. */
    public static DeadLetter undecodable(String reason, Source source, byte @Nullable [] input, Instant at) {
        byte[] kept = input == null || input.length <= MAX_INPUT ? input : Arrays.copyOf(input, MAX_INPUT);
        return new DeadLetter(
                reason,
                null,
                null,
                0,
                List.of(),
                source,
                kept == null ? null : Base64.getEncoder().encodeToString(kept),
                at);
    }

    /** Its bytes; of a letter that would be too long for a record the oldest errors go, then the payload. */
    public static byte[] write(DeadLetter letter) {
        byte[] whole = Wire.write(letter);
        if (whole.length <= MAX_LETTER) {
            return whole;
        }
        List<Failure> errors = letter.errors();
        DeadLetter shorter =
                with(letter, errors.subList(Math.max(0, errors.size() - ERRORS_IN_NEED), errors.size()), true);
        byte[] cut = Wire.write(shorter);
        return cut.length <= MAX_LETTER ? cut : Wire.write(with(letter, List.of(), false));
    }

    /** Id and cause. */
    public static RecordHeaders headers(DeadLetter letter, String id) {
        RecordHeaders headers = new RecordHeaders();
        Headers.internal(headers, id, null);
        add(headers, REASON, letter.reason());
        if (!letter.errors().isEmpty()) {
            Failure last = letter.errors().get(letter.errors().size() - 1);
            add(headers, ERROR, last.error());
            add(headers, MESSAGE, last.message());
        }
        Source source = letter.source();
        if (source != null) {
            add(headers, SOURCE, source.topic() + "-" + source.partition() + "@" + source.offset());
        }
        return headers;
    }

    private static DeadLetter with(DeadLetter letter, List<Failure> errors, boolean spec) {
        return new DeadLetter(
                letter.reason(),
                letter.job(),
                spec ? letter.spec() : null,
                letter.round(),
                errors,
                letter.source(),
                null,
                letter.at());
    }

    private static void add(RecordHeaders headers, String name, String text) {
        String shown = text.length() <= MAX_HEADER ? text : text.substring(0, MAX_HEADER - 1) + "…";
        headers.add(name, shown.getBytes(StandardCharsets.UTF_8));
    }
}
