package dev.penstock.processor.handlers.records;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a table. */
@JsonPropertyOrder({"id", "country", "plan", "seats", "cents", "since"})
record Account(String id, String country, String plan, int seats, long cents, String since) {
    static final List<String> COLUMNS = List.of("id", "country", "plan", "seats", "cents", "since");

    /**
     * Reads a row of a CSV file.
     *
     * @throws IllegalArgumentException says which column is wrong
     */
    static Account of(Map<String, String> row) {
        return new Account(
                cell(row, "id", "A-[0-9]{6}"),
                cell(row, "country", "[A-Z]{2}"),
                cell(row, "plan", "[a-z]+"),
                Integer.parseInt(cell(row, "seats", "[0-9]{1,6}")),
                Long.parseLong(cell(row, "cents", "[0-9]{1,12}")),
                date(cell(row, "since", ".*")));
    }

    private static String cell(Map<String, String> row, String column, String form) {
        @Nullable String value = row.get(column);
        if (value == null || !value.matches(form)) {
            throw new IllegalArgumentException(column + " is \"" + value + "\", expected " + form);
        }
        return value;
    }

    private static String date(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("since is \"" + text + "\", expected a date such as 2026-01-31", e);
        }
    }
}
