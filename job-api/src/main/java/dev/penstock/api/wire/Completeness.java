package dev.penstock.api.wire;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a word that was read has every field that may not be absent: the words say which those are, by what is not
 * {@code @Nullable}. A message that lacks one is nobody's message, and must not get as far as the rules.
 */
final class Completeness {
    private static final String WORDS = "dev.penstock.api.";

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> record) {
            return Arrays.stream(record.getRecordComponents())
                    .filter(c -> !c.getType().isPrimitive())
                    .map(Part::of)
                    .toList();
        }
    };

    private Completeness() {}

    /** @param deep whether it has parts of its own */
    private record Part(RecordComponent component, boolean optional, boolean deep) {
        static Part of(RecordComponent component) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            Class<?> type = component.getType();
            boolean words = component.getGenericType() instanceof ParameterizedType
                    || (type.getName().startsWith(WORDS) && (type.isRecord() || type.isSealed()));
            return new Part(component, optional, words && !Scalar.of(type));
        }

        @Nullable
        Object in(Record record) {
            try {
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("A word hides its component " + component, e);
            }
        }
    }

    /** Words that are one JSON value. */
    private enum Scalar {
        JOB_ID(dev.penstock.api.job.JobId.class),
        ACTOR(dev.penstock.api.job.Actor.class),
        JSON(dev.penstock.api.job.Json.class);

        private final Class<?> type;

        Scalar(Class<?> type) {
            this.type = type;
        }

        static boolean of(Class<?> type) {
            return Arrays.stream(values()).anyMatch(s -> s.type == type);
        }
    }

    /** @throws UndecodableException that names what is missing */
    static void check(Object word) throws UndecodableException {
        String missing = missing(word);
        if (missing != null) {
            throw new UndecodableException(
                    "The field " + missing + " of " + word.getClass().getSimpleName() + " is missing");
        }
    }

    private static @Nullable String missing(Object word) {
        return switch (word) {
            case Record record -> isWord(record.getClass()) ? inRecord(record) : null;
            case List<?> list -> inList(list);
            case Map<?, ?> map -> map.values().stream().anyMatch(Objects::isNull) ? "value" : null;
            default -> null;
        };
    }

    private static boolean isWord(Class<?> type) {
        return type.getName().startsWith(WORDS) && Modifier.isPublic(type.getModifiers());
    }

    private static @Nullable String inRecord(Record record) {
        for (Part part : PARTS.get(record.getClass())) {
            Object value = part.in(record);
            String missing = value == null ? (part.optional ? null : "") : part.deep ? missing(value) : null;
            if (missing != null) {
                return part.component.getName() + (missing.isEmpty() ? "" : "." + missing);
            }
        }
        return null;
    }

    private static @Nullable String inList(List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            Object value = list.get(i);
            String missing = value == null ? "" : missing(value);
            if (missing != null) {
                return "[" + i + "]" + (missing.isEmpty() ? "" : "." + missing);
            }
        }
        return null;
    }
}
