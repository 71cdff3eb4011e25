package dev.penstock.ui.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.job.JobId;
import dev.penstock.ui.chart.Sentences;
import dev.penstock.ui.present.job.Events;
import dev.penstock.ui.read.audit.ActFact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Acts of the log as lines of the audit: of a job, the events before and after; of a setting, the fields that became others. */
final class LogDeeds {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 160;

    private LogDeeds() {}

    static Entry entry(ActFact act) {
        boolean job = JobId.isValid(act.key());
        boolean refused = act.event().equals("CommandRefused") || act.event().equals("CommandIgnored");
        JsonNode after = read(act.data());
        String before = act.before() == null ? "" : Events.name(act.before());
        String now = refused
                ? Events.name(act.event()) + ": "
                        + Sentences.retold(after.path("sentence")
                                .asText(after.path("answer").asText()))
                : Events.name(act.event());
        if (!job && !refused) {
            List<String> fields = changed(read(act.beforeData()), after);
            before = shown(fields, read(act.beforeData()));
            now = shown(fields, after);
        }
        return new Entry(
                act.at(), act.actor(), Events.name(act.event()), act.key(), act.reason(), cut(before), cut(now));
    }

    private static List<String> changed(JsonNode before, JsonNode after) {
        List<String> names = new ArrayList<>();
        after.path("setting").fieldNames().forEachRemaining(name -> {
            if (!after.path("setting").path(name).equals(before.path("setting").path(name))) {
                names.add(name);
            }
        });
        return names;
    }

    private static String shown(List<String> fields, JsonNode event) {
        List<String> parts = new ArrayList<>();
        for (String field : fields) {
            JsonNode value = event.path("setting").path(field);
            parts.add(field + " " + (value.isMissingNode() ? "–" : value.isTextual() ? value.asText() : value));
        }
        return String.join(", ", parts);
    }

    private static JsonNode read(@Nullable String json) {
        try {
            return json == null ? JSON.createObjectNode() : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
