package dev.penstock.api.payload;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.job.Json;
import dev.penstock.api.wire.Wire;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (2020-12) of a record as {@link Wire} writes it: components become properties, those that are not
 * {@code @Nullable} are required, nested records become definitions.
 */
public final class RecordSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TYPE = "type";

    private final Map<String, JsonNode> definitions = new TreeMap<>();

    private RecordSchema() {}

    /** The schema of a payload. */
    public static Json of(Class<?> type) {
        return new Json(tree(type).toString());
    }

    /** The schema as a tree, for documents that add to it. */
    public static ObjectNode tree(Class<?> type) {
        RecordSchema schema = new RecordSchema();
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", type.getSimpleName());
        root.setAll(type.isRecord() ? schema.object(type) : schema.of((Type) type));
        schema.define(root);
        return root;
    }

    private void define(ObjectNode root) {
        if (!definitions.isEmpty()) {
            root.putObject("$defs").setAll(definitions);
        }
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode object = JSON.objectNode().put(TYPE, "object");
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        mark(type, properties, required);
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), of(component.getGenericType()));
            if (!mayBeAbsent(component)) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        return object;
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return ofGeneric(raw, generic.getActualTypeArguments());
        }
        return type instanceof Class<?> plain ? ofClass(plain) : JSON.objectNode();
    }

    private ObjectNode ofGeneric(Class<?> raw, Type[] arguments) {
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode array = JSON.objectNode().put(TYPE, "array");
            array.set("items", of(arguments[0]));
            return Set.class.isAssignableFrom(raw) ? array.put("uniqueItems", true) : array;
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = JSON.objectNode().put(TYPE, "object");
            map.set("additionalProperties", of(arguments[1]));
            return map;
        }
        return ofClass(raw);
    }

    private ObjectNode ofClass(Class<?> type) {
        ObjectNode scalar = Scalars.of(type);
        if (scalar != null) {
            return scalar;
        }
        if (type.isArray()) {
            ObjectNode array = JSON.objectNode().put(TYPE, "array");
            array.set("items", of((Type) type.getComponentType()));
            return array;
        }
        if (type.isEnum()) {
            ArrayNode names = JSON.arrayNode();
            Arrays.stream(type.getEnumConstants()).forEach(constant -> names.add(((Enum<?>) constant).name()));
            ObjectNode word = JSON.objectNode().put(TYPE, "string");
            word.set("enum", names);
            return word;
        }
        return type.isRecord() || type.isSealed() ? reference(type) : JSON.objectNode();
    }

    private ObjectNode reference(Class<?> type) {
        String name = type.getSimpleName();
        if (!definitions.containsKey(name)) {
            definitions.put(name, JSON.objectNode()); // before its parts, which may contain it
            definitions.put(name, type.isRecord() ? object(type) : oneOf(type));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    /** The word by which a record of a sealed type is told from the others stands first. */
    private static void mark(Class<?> type, ObjectNode properties, ArrayNode required) {
        Arrays.stream(type.getInterfaces())
                .map(Wire.mapper()::findMixInClassFor)
                .filter(Objects::nonNull)
                .forEach(form -> {
                    String property = form.getAnnotation(JsonTypeInfo.class).property();
                    Arrays.stream(form.getAnnotation(JsonSubTypes.class).value())
                            .filter(subtype -> subtype.value() == type)
                            .forEach(subtype -> properties.putObject(property).put("const", subtype.name()));
                    required.add(property);
                });
    }

    private ObjectNode oneOf(Class<?> type) {
        ObjectNode choice = JSON.objectNode();
        if (Wire.mapper().findMixInClassFor(type) != null) {
            ArrayNode branches = choice.putArray("oneOf");
            for (Class<?> record : type.getPermittedSubclasses()) {
                branches.add(object(record));
            }
        }
        return choice;
    }
}
