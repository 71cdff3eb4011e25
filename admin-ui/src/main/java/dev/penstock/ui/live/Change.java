package dev.penstock.ui.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;

/**
 * A batch of changed rows.
 *
 * @param jobs ids of changed jobs
 * @param more not all changed jobs are named
 */
record Change(Set<String> jobs, boolean more) {
    /** Anything may have changed. */
    static final Change UNKNOWN = new Change(Set.of(), true);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads a notification; one that cannot be read may mean anything. */
    static Change parse(String payload) {
        try {
            JsonNode tree = MAPPER.readTree(payload);
            Set<String> jobs = new HashSet<>();
            tree.path("jobs").forEach(id -> jobs.add(id.asText()));
            return new Change(jobs, tree.path("more").asBoolean(!tree.isObject()));
        } catch (JsonProcessingException e) {
            return UNKNOWN;
        }
    }

    boolean touches(Topic topic) {
        return more || topic.job().isEmpty() || jobs.contains(topic.job());
    }

    /** What a page listens to: all jobs if {@code job} is empty, else that one. */
    record Topic(String job) {
        static Topic named(String text) {
            return new Topic(text.equals("jobs") ? "" : text);
        }
    }
}
