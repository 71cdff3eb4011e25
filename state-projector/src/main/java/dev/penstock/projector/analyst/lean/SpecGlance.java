package dev.penstock.projector.analyst.lean;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the fold of a {@link Spot} asks of a job's specification.
 *
 * @param type null if it is not there
 * @param queue null if it is not there
 * @param batchOf jobs of the batch; null if it is none
 */
record SpecGlance(
        @Nullable String type,
        @Nullable String queue,
        @Nullable Integer batchOf) {
    /** Reads up to the end of the object that {@code in} stands at. */
    static SpecGlance of(JsonParser in) throws IOException {
        String type = null;
        String queue = null;
        Integer batchOf = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            JsonToken value = in.nextToken();
            if (value == JsonToken.VALUE_STRING && field.equals("type")) {
                type = in.getText();
            } else if (value == JsonToken.VALUE_STRING && field.equals("queue")) {
                queue = in.getText();
            } else if (value != JsonToken.VALUE_NULL && field.equals("batchOf")) {
                batchOf = in.getIntValue();
            } else {
                in.skipChildren();
            }
        }
        return new SpecGlance(type, queue, batchOf);
    }
}
