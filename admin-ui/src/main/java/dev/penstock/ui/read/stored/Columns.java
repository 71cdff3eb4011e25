package dev.penstock.ui.read.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.mask.Mask;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that take several columns, or one and a form. */
public final class Columns {
    private Columns() {}

    public static @Nullable Duration millis(@Nullable Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }

    /** The same job with what is covered. */
    public static Job covered(Job job, Mask mask) {
        return json(mask.message(new Json(Wire.text(job))).text(), Job.class);
    }

    /** A word of job-api from JSON text that the projector wrote. */
    static <T> T json(String text, Class<T> type) {
        try {
            return Wire.read(text.getBytes(StandardCharsets.UTF_8), type);
        } catch (UndecodableException e) {
            throw new IllegalStateException(
                    "The read model holds a " + type.getSimpleName()
                            + " that this version cannot read: are projector and UI of the same version? "
                            + e.getMessage(),
                    e);
        }
    }

    static Map<String, Integer> numbers(String json) {
        try {
            return Wire.mapper().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The read model holds numbers by name that cannot be read", e);
        }
    }
}
