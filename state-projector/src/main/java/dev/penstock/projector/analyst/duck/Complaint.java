package dev.penstock.projector.analyst.duck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.wire.Wire;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What DuckDB says is wrong.
 *
 * @param type of the mistake: {@code Parser}, {@code Binder}, {@code INTERRUPT}, {@code Out of Memory}
 * @param position character of the text, from 0; null: nobody knows
 */
record Complaint(String type, String text, @Nullable Integer position) {
    /** Lets a connection tell its mistakes so that they can be read here. */
    static final String SETTING = "SET errors_as_json = true";

    static Complaint of(SQLException e) {
        String text = String.valueOf(e.getMessage());
        int json = text.indexOf('{');
        try {
            JsonNode told = Wire.mapper().readTree(json < 0 ? "{}" : text.substring(json));
            return told.has("exception_message")
                    ? new Complaint(
                            told.path("exception_type").asText(),
                            told.path("exception_message").asText(),
                            position(told.path("position")))
                    : new Complaint("", text, null);
        } catch (JsonProcessingException none) {
            return new Complaint("", text, null);
        }
    }

    static @Nullable Integer position(JsonNode told) {
        return told.asText().matches("\\d{1,9}") ? Integer.valueOf(told.asText()) : null;
    }

    boolean isOf(String kind) {
        return type.contains(kind) || (type.isEmpty() && text.contains(kind));
    }

    String sentence() {
        return "DuckDB: " + (type.isEmpty() ? text : type + " Error: " + text);
    }
}
