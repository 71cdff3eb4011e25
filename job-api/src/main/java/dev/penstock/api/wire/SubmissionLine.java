package dev.penstock.api.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.penstock.api.command.Submit;
import dev.penstock.api.job.JobSpec;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The line that a submission stands in: that of its queue, or of its type if it names no queue. Within a line submissions
 * are decided in their order, beside a burst in one line those of others are not kept waiting (S1.28, docs/adr/0017).
 */
public final class SubmissionLine {
    private SubmissionLine() {}

    /**
     * The line of a record of {@code jobs.submissions}, found without reading the rest of it.
     *
     * @return null if it must have its turn where it lies: it has a parent, which may lie before it, or it is no submission
     */
    public static @Nullable String of(byte[] json) {
        try (JsonParser in = Wire.parser(json)) {
            return in.nextToken() == JsonToken.START_OBJECT ? of(in) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable String of(JsonParser in) throws IOException {
        String queue = null;
        String type = null;
        boolean child = false;
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            JsonToken value = in.nextToken();
            switch (field) {
                case "parent" -> child = value != JsonToken.VALUE_NULL;
                case "queue" -> queue = in.getValueAsString();
                case "type" -> type = in.getValueAsString();
                default -> in.skipChildren();
            }
        }
        return child ? null : line(queue, type);
    }

    /** The line of a submission that has been read. */
    public static @Nullable String of(Submit submit) {
        return submit.parent() != null
                ? null
                : line(submit.spec().queue(), submit.spec().type());
    }

    private static @Nullable String line(@Nullable String queue, @Nullable String type) {
        if (queue != null && !queue.equals(JobSpec.QUEUE_OF_TYPE)) {
            return "queue " + queue;
        }
        return type == null ? null : "type " + type;
    }
}
