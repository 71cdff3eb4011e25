package dev.penstock.api.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.Payloads;
import dev.penstock.api.mask.Masking;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens fields of JSON values: a sealed field keeps its name, its value becomes an object with the one field
 * {@code $sealed}. Thread-safe.
 */
public final class Sealing {
    private static final String QUOTED = '"' + Masking.SEAL + '"';
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final SubjectKeys keys;

    public Sealing(SubjectKeys keys) {
        this.keys = keys;
    }

    /** Whether something in there is sealed: a look at the text, without reading it. */
    public static boolean isSealed(Json json) {
        return json.text().contains(QUOTED);
    }

    /**
     * What goes onto the wire in place of a job of somebody: their pseudonym, and the payload with its fields sealed for this job.
     *
     * @throws IllegalArgumentException if a field that is to be sealed is not there, or the job is unique by it
     */
    public JobSpec seal(JobSpec spec, Wish wish, String tenant, JobId job) {
        return seal(spec, wish, tenant, job, SealedValue.JOB);
    }

    /** The same of a child, whose name only the processor knows: tied to the family of {@code parent}. */
    public JobSpec sealChild(JobSpec spec, Wish wish, String tenant, JobId parent) {
        return seal(spec, wish, tenant, parent, SealedValue.FAMILY);
    }

    private JobSpec seal(JobSpec spec, Wish wish, String tenant, JobId owner, char tie) {
        if (spec.unique() != null) {
            for (String field : spec.unique().arguments()) {
                if (wish.touches(field)) {
                    throw new IllegalArgumentException("Cannot submit " + spec.type() + ": it is unique by its field "
                            + field + ", which is sealed; the processor could not compare it. Seal other fields");
                }
            }
        }
        DataKey key = keys.current(keys.pseudonym(tenant, wish.person()));
        JsonNode payload = read(spec.payload());
        SealWalk walk = new SealWalk(key, tie, owner);
        JsonNode sealed =
                wish.fields().isEmpty() ? walk.everything(payload) : walk.fields(payload, wish.fields(), spec.type());
        return Payloads.sealed(spec, new Json(sealed.toString()), key.subject());
    }

    /**
     * A whole value, sealed for its job with the key that something of the job was sealed with.
     *
     * @param part {@code result} or {@code checkpoint}
     * @throws KeyGone if that key is gone
     */
    Json sealWhole(JobId job, String part, Json clear, SealedValue like) {
        DataKey key = found(like, job);
        return new Json(new SealWalk(key, SealedValue.JOB, job)
                .sealed(read(clear), part)
                .toString());
    }

    /**
     * The value with every sealed field opened.
     *
     * @param part which value of the job: {@code payload}, {@code result}, {@code checkpoint}
     * @param opened told each value that was sealed
     * @throws KeyGone if a key was erased, or a value is not what was sealed in that place
     */
    Json open(JobId job, String part, Json json, Consumer<JsonNode> opened) {
        return isSealed(json) ? new Json(open(job, part, read(json), opened).toString()) : json;
    }

    /** As {@link #open(JobId, String, Json, Consumer)}, for those who only read. */
    public Json open(JobId job, String part, Json json) {
        return open(job, part, json, value -> {});
    }

    private JsonNode open(JobId job, String path, JsonNode node, Consumer<JsonNode> opened) {
        if (Masking.isSealed(node)) {
            JsonNode value =
                    opened(job, path, SealedValue.parse(node.path(Masking.SEAL).textValue()));
            opened.accept(value);
            return value;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode clear = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                clear.set(field.getKey(), open(job, path + '.' + field.getKey(), field.getValue(), opened));
            }
            return clear;
        }
        if (node instanceof ArrayNode items) {
            ArrayNode clear = JsonNodeFactory.instance.arrayNode(items.size());
            for (int i = 0; i < items.size(); i++) {
                clear.add(open(job, path + '[' + i + ']', items.get(i), opened));
            }
            return clear;
        }
        return node;
    }

    private JsonNode opened(JobId job, String path, SealedValue value) {
        DataKey key = found(value, job);
        try {
            byte[] clear = key.open(value.bytes(), SealedValue.place(value.tie(), job, path));
            return read(new Json(new String(clear, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeyGone("The sealed field " + path + " of job " + job
                    + " was not sealed there: it was changed, moved or copied from another job");
        }
    }

    private DataKey found(SealedValue value, JobId job) {
        DataKey key = keys.find(value.subject(), value.key());
        if (key == null) {
            throw new KeyGone("The sealed contents of job " + job
                    + " cannot be opened: their subject was erased. There is nothing to retry");
        }
        return key;
    }

    /** The first sealed value in there; null if nothing is sealed. */
    static @Nullable SealedValue first(Json json) {
        JsonNode found = isSealed(json) ? read(json).findValue(Masking.SEAL) : null;
        return found != null && found.isTextual() ? SealedValue.parse(found.textValue()) : null;
    }

    static JsonNode read(Json json) {
        try {
            return MAPPER.readTree(json.text());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("It is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
