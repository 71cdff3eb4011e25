package dev.penstock.api.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Submit;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts what the sources say of records and components into their schemas. */
final class Descriptions {
    /** Where the meaning of a submission's fields is told. */
    private static final List<Class<?>> SUBMISSION_FIELDS =
            List.of(JobSpec.class, Submit.class, CommandMessage.class, JobPolicy.class);

    private final Prose prose =
            Prose.of(Path.of("src/main/java/dev/penstock/api"), Path.of("src/test/java/dev/penstock/api/schema"));

    void add(ObjectNode schema, Class<?> type) {
        describe(schema, type);
        JsonNode definitions = schema.path("$defs");
        if (!definitions.isEmpty()) {
            Map<String, Class<?>> reachable = new HashMap<>();
            parts(type).forEach(part -> collect(part, reachable));
            definitions.propertyStream().forEach(definition -> {
                Class<?> defined = reachable.get(definition.getKey());
                describe((ObjectNode) definition.getValue(), defined);
            });
        }
    }

    private void describe(ObjectNode schema, Class<?> type) {
        put(schema, prose.of(type));
        JsonNode properties = schema.path("properties");
        if (type.isRecord() && properties instanceof ObjectNode fields) {
            for (RecordComponent component : type.getRecordComponents()) {
                String said = ofComponent(type, component.getName());
                if (fields.get(component.getName()) instanceof ObjectNode field) {
                    put(field, said);
                }
            }
        }
        List<Class<?>> below = type.isSealed() ? List.of(type.getPermittedSubclasses()) : List.of();
        for (int i = 0; i < schema.path("oneOf").size(); i++) {
            describe((ObjectNode) schema.get("oneOf").get(i), below.get(i));
        }
    }

    private String ofComponent(Class<?> type, String component) {
        if (type == Schemas.SUBMISSION) {
            return SUBMISSION_FIELDS.stream()
                    .map(t -> prose.of(t, component))
                    .filter(said -> !said.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return prose.of(type, component);
    }

    /** A scalar may bring a description of its own, such as its unit: it stays, after what is said here. */
    private static void put(ObjectNode schema, String said) {
        if (said.isEmpty()) {
            return;
        }
        String own = schema.path("description").asText();
        ObjectNode rest = JsonNodeFactory.instance.objectNode().setAll(schema);
        schema.removeAll();
        for (String first : List.of("$schema", "title")) {
            if (rest.has(first)) {
                schema.set(first, rest.remove(first));
            }
        }
        schema.put("description", own.isEmpty() ? said : said + " (" + own + ")");
        rest.remove("description");
        schema.setAll(rest);
    }

    private static void collect(Type type, Map<String, Class<?>> into) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, into);
            }
        } else if (type instanceof Class<?> plain && (plain.isRecord() || plain.isSealed())) {
            Class<?> known = into.put(plain.getSimpleName(), plain);
            if (known != null && known != plain) {
                throw new AssertionError(
                        "Two records of one message have one simple name, and the schema would have one"
                                + " definition for both: " + known + " and " + plain);
            }
            if (known == null) {
                parts(plain).forEach(part -> collect(part, into));
            }
        }
    }

    private static List<Type> parts(Class<?> type) {
        return type.isRecord()
                ? List.of(type.getRecordComponents()).stream()
                        .map(RecordComponent::getGenericType)
                        .toList()
                : List.of((Type[]) type.getPermittedSubclasses());
    }
}
