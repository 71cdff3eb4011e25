package dev.penstock.api.schema;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.payload.RecordSchema;
import dev.penstock.api.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The JSON Schemas of all messages, made from the records, the rules of the wire and the comments in the sources. */
final class Schemas {
    /** The form of {@code jobs.submissions}, which only the codec knows. */
    static final Class<?> SUBMISSION = submissionForm();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter()
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    private static final Set<String> DURATIONS = Set.of("timeout", "deleteAfter", "artifactRetention");

    private final Descriptions descriptions = new Descriptions();

    /** The text of every schema by the name of its file. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (Message message : Message.all()) {
            files.put(message.file() + ".json", print(of(message)));
        }
        Map<String, List<Message>> folders = Message.all().stream()
                .filter(m -> !m.form().folder.isEmpty())
                .collect(Collectors.groupingBy(m -> m.form().folder));
        folders.forEach((folder, messages) ->
                files.put(folder.substring(0, folder.length() - 1) + ".json", print(anyOf(folder, messages))));
        return files;
    }

    private ObjectNode of(Message message) {
        return switch (message.form()) {
            case COMMAND -> enveloped(message, CommandMessage.class, "command");
            case EVENT -> enveloped(message, EventMessage.class, "event");
            case SUBMISSION -> submission(message);
            case SETTING, SIGNAL, BEAT, PLAIN -> plain(message);
        };
    }

    private ObjectNode plain(Message message) {
        ObjectNode schema = RecordSchema.tree(message.type());
        descriptions.add(schema, message.type());
        return schema;
    }

    /** The envelope's fields, with the body as {@code data}. */
    private ObjectNode enveloped(Message message, Class<?> envelope, String nameField) {
        ObjectNode data = plain(message);
        ObjectNode schema = RecordSchema.tree(envelope);
        schema.remove("$defs");
        descriptions.add(schema, envelope);
        ObjectNode properties = JSON.createObjectNode();
        properties.putObject(nameField).put("const", message.type().getSimpleName());
        properties.putObject("v").put("const", Wire.VERSION).put("description", "version of this message's schema");
        properties.setAll((ObjectNode) schema.get("properties"));
        properties.remove("body");
        ((ObjectNode) properties.get("tenant")).put("default", CommandMessage.DEFAULT_TENANT);
        JsonNode definitions = data.remove("$defs");
        data.remove("$schema");
        data.remove("title");
        properties.set("data", data);
        schema.put("title", message.type().getSimpleName());
        JsonNode said = data.remove("description");
        if (said == null) {
            schema.remove("description");
        } else {
            schema.set("description", said);
        }
        schema.set("properties", properties);
        schema.set("required", required(properties, Set.of("tenant"), schema.withArray("required"), nameField));
        if (definitions != null) {
            schema.set("$defs", definitions);
        }
        return schema;
    }

    private static ArrayNode required(ObjectNode properties, Set<String> not, ArrayNode before, String nameField) {
        Set<String> names = new java.util.LinkedHashSet<>(List.of(nameField, "v"));
        before.forEach(name -> names.add(name.asText()));
        names.add("data");
        names.removeAll(not);
        names.retainAll(properties.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet()));
        ArrayNode array = JSON.createArrayNode();
        names.forEach(array::add);
        return array;
    }

    /** A person may type it: only the type has to be there, and durations may be written as in PT30S. */
    private ObjectNode submission(Message message) {
        ObjectNode schema = plain(message);
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.set("command", JSON.createObjectNode().put("const", "Submit"));
        properties.set("v", JSON.createObjectNode().put("const", Wire.VERSION).put("default", Wire.VERSION));
        ((ObjectNode) properties.get("actor")).remove("pattern");
        for (String duration : DURATIONS) {
            ObjectNode field = (ObjectNode) properties.get(duration);
            field.set("type", JSON.createArrayNode().add("number").add("string"));
            field.put(
                    "description",
                    field.get("description").asText().replace("milliseconds", "milliseconds, or as in PT30S"));
        }
        schema.put("title", "Submission");
        schema.put("description", "Asks for a job. The smallest one is {\"type\":\"email.send\"}.");
        schema.set("required", JSON.createArrayNode().add("type"));
        return schema;
    }

    private static ObjectNode anyOf(String folder, List<Message> messages) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("description", "Any one of " + folder + "/");
        ArrayNode branches = schema.putArray("oneOf");
        messages.forEach(m -> branches.addObject().put("$ref", m.file() + ".json"));
        return schema;
    }

    static String print(JsonNode node) {
        try {
            return JSON.writer(PRINTER).writeValueAsString(node) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> submissionForm() {
        try {
            return Class.forName("dev.penstock.api.wire.SubmissionCodec$Form");
        } catch (ClassNotFoundException e) {
            throw new AssertionError("The form of submissions has another name now; tell this test", e);
        }
    }
}
