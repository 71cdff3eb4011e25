package dev.penstock.ui.view.submit;

import dev.penstock.ui.view.Shell;
import java.util.List;

/**
 * A form for a job, made from its type's JSON Schema.
 *
 * @param types to choose from
 * @param type that was chosen; empty: none yet
 * @param description of the type
 * @param fields of its payload; empty before a type is chosen
 * @param priority that was chosen
 * @param problem why it was not taken; empty if it was not sent yet
 */
public record NewJobView(
        Shell shell,
        List<String> types,
        String type,
        String description,
        List<Field> fields,
        String priority,
        String problem) {

    /**
     * A field of the payload.
     *
     * @param kind how it is typed: as a text, a number, a choice or JSON; the words that the template asks for
     * @param choices of a choice
     * @param value as it was typed
     */
    public record Field(String name, String kind, boolean required, List<String> choices, String hint, String value) {}
}
