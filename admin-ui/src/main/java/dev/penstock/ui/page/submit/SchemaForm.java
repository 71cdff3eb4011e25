package dev.penstock.ui.page.submit;

import static dev.penstock.ui.tongue.Tongue.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.job.Json;
import dev.penstock.ui.view.submit.NewJobView.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JSON Schema of an object as fields of a form, and what was typed there as a payload. What has no field of its own, such as
 * a list, is typed as JSON.
 */
final class SchemaForm {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TEXT = "text";
    private static final String NUMBER = "number";
    private static final String CHOICE = "choice";
    private static final String WHOLE = "json";

    private final JsonNode schema;

    SchemaForm(Json schema) {
        this.schema = read(schema.text());
    }

    /** The fields, with what was typed into each. */
    List<Field> fields(Map<String, String> typed) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode type = resolved(property.getValue());
            fields.add(new Field(
                    property.getKey(),
                    kind(type),
                    isRequired(property.getKey()),
                    choices(type),
                    hint(type),
                    typed.getOrDefault(property.getKey(), "")));
        }
        return fields;
    }

    /**
     * The payload.
     *
     * @throws IllegalArgumentException says which field is wrong
     */
    Json payload(Map<String, String> typed) {
        ObjectNode payload = JSON.createObjectNode();
        for (Field field : fields(typed)) {
            String value = field.value().strip();
            if (!value.isEmpty()) {
                payload.set(field.name(), value(field, value));
            } else if (field.required()) {
                throw new IllegalArgumentException(say("{1} must be filled in.", field.name()));
            }
        }
        return new Json(payload.toString());
    }

    private JsonNode value(Field field, String value) {
        JsonNode type = resolved(schema.path("properties").path(field.name()));
        try {
            return switch (field.kind()) {
                case NUMBER -> JSON.getNodeFactory().numberNode(new BigDecimal(value));
                case CHOICE ->
                    "boolean".equals(type(type))
                            ? JSON.readTree(value)
                            : JSON.getNodeFactory().textNode(value);
                case WHOLE -> list(type, value);
                default -> JSON.getNodeFactory().textNode(value);
            };
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    say(
                            "{1} is \"{2}\", expected {3}.",
                            field.name(), value, field.hint().isEmpty() ? say("a number") : field.hint()),
                    e);
        }
    }

    /** A list of texts may be typed as lines. */
    private JsonNode list(JsonNode type, String value) throws JsonProcessingException {
        boolean texts = "array".equals(type(type)) && "string".equals(type(resolved(type.path("items"))));
        if (!texts || value.startsWith("[")) {
            return JSON.readTree(value);
        }
        return JSON.valueToTree(
                value.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    private boolean isRequired(String name) {
        for (JsonNode required : schema.path("required")) {
            if (required.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String kind(JsonNode type) {
        if (type.has("enum") || "boolean".equals(type(type))) {
            return CHOICE;
        }
        return switch (type(type)) {
            case "string" -> TEXT;
            case "integer", NUMBER -> NUMBER;
            default -> WHOLE;
        };
    }

    private static List<String> choices(JsonNode type) {
        List<String> choices = new ArrayList<>();
        type.path("enum").forEach(choice -> choices.add(choice.asText()));
        return choices.isEmpty() && "boolean".equals(type(type)) ? List.of("true", "false") : choices;
    }

    private static String hint(JsonNode type) {
        return switch (type(type)) {
            case "array" -> say("a list: one a line, or as JSON");
            case "object", "" -> "JSON";
            case "string" -> type.path("format").asText();
            default -> "";
        };
    }

    private static String type(JsonNode type) {
        JsonNode word = type.path("type");
        return word.isArray() ? word.path(0).asText() : word.asText();
    }

    private JsonNode resolved(JsonNode type) {
        String reference = type.path("$ref").asText();
        return reference.startsWith("#/") ? schema.at(reference.substring(1)) : type;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
