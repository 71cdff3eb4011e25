package dev.penstock.projector.analyst.tell;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.job.Failure;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.fold.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one job up to a moment, and what it was then.
 *
 * @param id the job's id
 * @param job its state; null if it did not exist yet, or not any more
 * @param steps its events in their order, refused and ignored commands too
 */
public record JobStory(String id, @Nullable Job job, List<Step> steps) {
    public JobStory {
        steps = List.copyOf(steps);
    }

    /** Nothing in the log is about it. */
    public boolean isUnknown() {
        return steps.isEmpty();
    }

    /** {@code {"id":…,"job":{state},"history":[events]}}; {@code job} is absent if it does not exist. */
    public ObjectNode json() {
        ObjectNode json = Wire.mapper().createObjectNode();
        json.put("id", id);
        if (job != null) {
            json.set("job", Wire.mapper().valueToTree(job));
        }
        ArrayNode history = json.putArray("history");
        steps.forEach(step -> history.add(EventLine.json(step)));
        return json;
    }

    /** For people: the state, a field a line, then the history. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        if (job == null) {
            lines.add(id + " does not exist at that moment" + (steps.isEmpty() ? "." : " any more."));
        } else {
            state(lines, job);
        }
        lines.add("");
        steps.forEach(step -> lines.add(EventLine.text(step)));
        return lines;
    }

    private static void state(List<String> lines, Job j) {
        Job.Holder holder = j.run().holder();
        Job.Wait waiting = j.run().waiting();
        Job.Times times = j.times();
        line(lines, "job", j.id());
        line(lines, "status", j.status());
        line(lines, "type", j.spec().type() + " v" + j.spec().schemaVersion());
        line(lines, "queue", j.queue() + ", " + j.priority().lane());
        line(lines, "parent", j.parent());
        line(lines, "root", j.root().equals(j.id()) ? null : j.root());
        line(lines, "version", j.version());
        line(lines, "round", j.run().round());
        line(lines, "attempt", j.run().attempt() + " of " + j.policy().maxAttempts());
        line(lines, "held by", holder == null ? null : holder.lease().worker() + " since " + holder.since());
        line(lines, "waits until", waiting == null ? null : waiting.due());
        line(lines, "created", times.createdAt());
        line(lines, "started", times.startedAt());
        line(lines, "ended", times.endedAt());
        line(lines, "progress", j.run().progress());
        line(lines, "children", j.children().total() == 0 ? null : j.children());
        line(lines, "checkpoint", j.checkpoint());
        line(lines, "result", j.result());
        line(lines, "payload", j.spec().payload());
        for (Failure f : j.errors()) {
            line(lines, "error", f.kind() + " " + f.error() + ": " + f.message());
        }
    }

    private static void line(List<String> lines, String name, @Nullable Object value) {
        if (value != null) {
            lines.add(String.format(Locale.ROOT, "%-12s %s", name, value));
        }
    }
}
