package dev.penstock.projector.analyst.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.lifecycle.Payloads;
import dev.penstock.api.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares a job that was folded with one that is shown, field by field. */
final class Comparison {
    private static final int MOST = 5;
    private static final int LONGEST = 80;

    private Comparison() {}

    /** A sentence for each field that differs, at most {@value #MOST}; none if the jobs are the same. */
    static List<String> differences(Job folded, String shown) {
        try {
            List<String> found = new ArrayList<>();
            ObjectNode expected = (ObjectNode) Wire.mapper().readTree(Wire.write(folded));
            hide(expected, folded);
            compare("", expected, Wire.mapper().readTree(shown), found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The read side shows a hash in place of an idempotency key, which often is somebody's address (failure scenario B15). */
    private static void hide(ObjectNode job, Job folded) {
        if (folded.spec().idempotencyKey() != null && job.get("spec") instanceof ObjectNode spec) {
            spec.put(
                    "idempotencyKey",
                    Payloads.discreet(folded.spec(), folded.tenant()).idempotencyKey());
        }
    }

    private static void compare(String path, JsonNode log, JsonNode shown, List<String> found) {
        if (found.size() >= MOST || log.equals(shown)) {
            return;
        }
        if (log.isObject() && shown.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            log.fieldNames().forEachRemaining(names::add);
            shown.fieldNames().forEachRemaining(names::add);
            names.forEach(name ->
                    compare(path.isEmpty() ? name : path + "." + name, log.path(name), shown.path(name), found));
            return;
        }
        found.add(path + ": the log says " + text(log) + ", jobs.state says " + text(shown));
    }

    private static String text(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
