package dev.penstock.ui.present.job;

import static dev.penstock.ui.tongue.Tongue.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.Sentences;
import dev.penstock.ui.chart.Words;
import dev.penstock.ui.fact.EventFact;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.JobView.EventView;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events of a job, in words. */
public final class Events {
    private Events() {}

    static EventView view(EventFact event, Reader reader) {
        JsonNode data = Payloads.read(event.data());
        String reason =
                event.reason() == null || event.reason().isBlank() ? "" : " " + say("because {1}", event.reason());
        return new EventView(
                event.partition() + "-" + event.offset(),
                reader.moment(event.at()),
                name(event.event()),
                hue(event.event()),
                text(event, data),
                say("by {1}{2}", event.actor(), reason),
                Payloads.data(event.event(), event.data()).text());
    }

    /** "JobSubmitted": "Submitted"; "AttemptStarted": "Attempt started". */
    public static String name(String event) {
        return Words.event(event);
    }

    private static String text(EventFact event, JsonNode data) {
        String attempt =
                event.attempt() == null || event.event().startsWith("Job") ? "" : say("attempt {1}", event.attempt());
        String said = first(
                data.at("/sentence"),
                data.at("/answer"),
                data.at("/why"),
                data.at("/cause"),
                data.at("/failure/message"),
                data.at("/progress/message"));
        String due = first(data.at("/due"));
        return Stream.of(attempt, Sentences.retold(said), due.isEmpty() ? "" : say("due {1}", due))
                .filter(part -> !part.isEmpty())
                .collect(java.util.stream.Collectors.joining(" · "));
    }

    private static String first(@Nullable JsonNode... nodes) {
        return Stream.of(nodes)
                .filter(node -> node != null && node.isTextual())
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    private static String hue(String event) {
        for (var entry : List.of(
                new Tone("Refused|Lost|JobFailed", Hue.RED),
                new Tone("AttemptFailed|RetryScheduled|HandedBack", Hue.ORANGE),
                new Tone("Completed|Succeeded", Hue.GREEN),
                new Tone("Started|Progress|Checkpoint", Hue.TEAL),
                new Tone("Submitted|Requeued", Hue.BLUE),
                new Tone("Scheduled", Hue.INDIGO),
                new Tone("Stop", Hue.AMBER))) {
            if (event.matches(".*(" + entry.names() + ").*")) {
                return entry.hue().word();
            }
        }
        return Hue.GREY.word();
    }

    /** Events whose names contain one of these have this hue. */
    private record Tone(String names, Hue hue) {}
}
