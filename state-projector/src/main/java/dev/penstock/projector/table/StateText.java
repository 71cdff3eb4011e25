package dev.penstock.projector.table;

import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.lifecycle.Payloads;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A job as the column {@code state} holds it: without what may be large, which has columns of its own. */
public final class StateText {
    private StateText() {}

    /** The job without payload, result and checkpoint. */
    public static String of(Job job) {
        return Wire.text(Payloads.replaced(job, Json.EMPTY, null, null));
    }

    /** The whole job again. */
    public static Job job(String state, Json payload, @Nullable Json result, @Nullable Json checkpoint) {
        try {
            Job lean = Wire.read(state.getBytes(StandardCharsets.UTF_8), Job.class);
            return Payloads.replaced(lean, payload, checkpoint, result);
        } catch (UndecodableException e) {
            throw new IllegalStateException(
                    "A row of job was written by another version of the projector; drop the schema " + Session.SCHEMA
                            + " and start again: " + e.getMessage(),
                    e);
        }
    }
}
