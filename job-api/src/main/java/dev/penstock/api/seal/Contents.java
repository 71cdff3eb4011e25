package dev.penstock.api.seal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.mask.Masking;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * What a worker opens of a dispatch, and seals or covers of what its handler gives back. Of a job with nothing sealed everything
 * passes as it is.
 *
 * <p>Results and checkpoints of a job whose payload is sealed are sealed whole. What it says for people, log lines, progress and
 * failures, stays readable: only the values that were sealed are covered in it.
 */
public final class Contents {
    /** Shorter values stand in texts by chance. */
    private static final int SHORTEST = 4;

    private final WorkOrder order;
    private final @Nullable Sealing sealing;
    private final Set<String> values = new ConcurrentSkipListSet<>(
            Comparator.comparing(String::length).reversed().thenComparing(value -> value));

    public Contents(WorkOrder order, @Nullable Sealing sealing) {
        this.order = order;
        this.sealing = sealing;
    }

    /**
     * The payload as it was submitted.
     *
     * @throws KeyGone if its subject was erased
     */
    public Json payload() {
        return opened("payload", order.payload());
    }

    /** A part of the job that was sealed whole. */
    public Json opened(String part, Json json) {
        return sealing == null ? json : sealing.open(order.job(), part, json, this::remember);
    }

    /** The result of a child; one whose subject was erased stays as it is. */
    public Json openedOf(JobId child, Json result) {
        try {
            return sealing == null ? result : sealing.open(child, "result", result, this::remember);
        } catch (KeyGone e) {
            return result;
        }
    }

    /** A part of the job on its way out. */
    public Json closed(String part, Json clear) {
        SealedValue like = sealing == null ? null : Sealing.first(order.payload());
        return like == null || sealing == null ? clear : sealing.sealWhole(order.job(), part, clear, like);
    }

    /** What is said for people. */
    public String said(String text) {
        String covered = text;
        for (String value : values) {
            covered = covered.replace(value, Masking.COVER);
        }
        return covered;
    }

    private void remember(JsonNode value) {
        if (value.isValueNode() && value.asText().length() >= SHORTEST && !value.isBoolean() && !value.isNull()) {
            values.add(value.asText());
        }
        value.forEach(this::remember);
    }
}
