package dev.penstock.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Submit;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.dispatch.GateRequest;
import dev.penstock.api.dispatch.Grant;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.dispatch.RetryPointer;
import dev.penstock.api.dispatch.Revocation;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.dispatch.WrappedKey;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Control;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Backoff;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.Names;
import dev.penstock.api.wire.Wire;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/vocabulary.md} names everything there is, with the fields and the defaults that the code has. */
class VocabularyTest {
    private static final Map<String, Class<?>> GROUPS = Map.ofEntries(
            Map.entry("From producers", Submit.class),
            Map.entry("From workers", Report.class),
            Map.entry("From people and services, about a job", Act.class),
            Map.entry("From people and services, about settings", SettingCommand.class),
            Map.entry("From people and services, about failure groups and workers", GroupCommand.class),
            Map.entry("From time", Timer.class),
            Map.entry("How a round begins", Submission.class),
            Map.entry("Attempts", Attempt.class),
            Map.entry("Waits", Waiting.class),
            Map.entry("What people ask", Control.class),
            Map.entry("Families", FamilyEvent.class),
            Map.entry("Ends", Ending.class),
            Map.entry("Answers", Outcome.class));

    private final Page page = new Page(Path.of("..", "docs", "vocabulary.md"));

    @Test
    void every_command_and_event_stands_there_with_its_fields() {
        GROUPS.forEach((heading, group) ->
                assertThat(page.table(heading, 1)).as(heading).isEqualTo(fields(below(group))));
        // Settings have two tables of one heading on the page: the events, then the kinds.
        Map<String, String> settings = fields(below(SettingEvent.class));
        settings.put("kind", "fields");
        below(Setting.class).forEach(kind -> settings.put(kind.getSimpleName().toLowerCase(Locale.ROOT), fields(kind)));
        assertThat(page.table("Settings", 1)).isEqualTo(settings);
    }

    @Test
    void every_group_of_commands_and_events_has_its_table() {
        Set<Class<?>> named = new HashSet<>(below(SettingEvent.class));
        GROUPS.values().forEach(group -> named.addAll(below(group)));
        assertThat(named).containsAll(below(Command.class)).containsAll(below(Event.class));
    }

    @Test
    void what_stands_around_commands_and_events_is_there() {
        assertThat(page.table("Around every command", 1).keySet())
                .containsExactlyElementsOf(names(CommandMessage.class));
        assertThat(page.table("Around every event", 1).keySet()).containsExactlyElementsOf(names(EventMessage.class));
    }

    @Test
    void every_field_of_a_submission_stands_there_with_its_default() throws Exception {
        JsonNode smallest = Fixture.tree(Wire.write(Fixture.submission("{\"type\":\"t\"}")));
        JsonNode spec = smallest.at("/body/spec");
        Map<String, String> expected = new LinkedHashMap<>();
        for (RecordComponent field : Schemas.SUBMISSION.getRecordComponents()) {
            JsonNode value = spec.path(field.getName());
            expected.put(
                    field.getName(),
                    value.isMissingNode() ? "–" : value.isTextual() ? value.asText() : value.toString());
        }
        expected.put("type", "–");
        expected.put("queue", "its type's");
        expected.put("v", Integer.toString(Wire.VERSION));
        expected.put("actor", smallest.get("actor").asText());
        expected.put("tenant", smallest.get("tenant").asText());
        assertThat(page.table("Submit", 1)).containsExactlyEntriesOf(expected);
    }

    @Test
    void every_policy_stands_there_with_its_default() {
        Map<String, String> expected = new LinkedHashMap<>();
        defaults(JobPolicy.DEFAULT, "", expected);
        assertThat(page.table("Policies", 1)).containsExactlyEntriesOf(expected);
    }

    @Test
    void every_status_flag_and_fixed_word_is_there() {
        Map<String, String> statuses = new LinkedHashMap<>();
        Arrays.stream(Status.values()).forEach(s -> statuses.put(s.name(), s.isEnd() ? "yes" : ""));
        assertThat(page.table("Statuses", 1)).containsExactlyEntriesOf(statuses);
        assertThat(page.table("Flags", 1)).containsOnlyKeys("errors", "needsReview", "lowPriority");
        assertThat(names(Job.Marks.class)).contains("errors", "needsReview");
        Set<String> words = new HashSet<>(page.table("Fixed words", 1).values());
        assertThat(words)
                .containsExactlyInAnyOrderElementsOf(Values.enums().stream()
                        .filter(e -> e != Status.class)
                        .map(e -> Arrays.stream(e.getEnumConstants())
                                .map(c -> ((Enum<?>) c).name())
                                .collect(Collectors.joining(", ")))
                        .collect(Collectors.toSet()));
    }

    @Test
    void every_value_and_internal_message_stands_there_with_its_fields() {
        List<Class<?>> internal = Stream.of(
                        Stream.of(
                                WorkOrder.class,
                                RetryPointer.class,
                                Grant.class,
                                Revocation.class,
                                GateRequest.class,
                                DeadLetter.class),
                        below(Signal.class).stream(),
                        Stream.of(Beat.Heartbeat.class, Beat.Pulse.class, LogLine.class, WrappedKey.class))
                .<Class<?>>flatMap(s -> s)
                .toList();
        assertThat(page.table("Between processors and workers", 1)).isEqualTo(fields(internal));
        Map<String, String> values = page.table("Values with fields", 1);
        Map<String, Class<?>> carried = Values.records().stream()
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity(), (a, b) -> a));
        values.forEach((name, fields) -> assertThat(fields).as(name).isEqualTo(fields(carried.get(name))));
        assertThat(values.keySet()).containsExactlyInAnyOrderElementsOf(carried.keySet());
    }

    @Test
    void other_defaults_are_those_of_the_code() {
        Map<String, String> defaults = page.table("Other defaults", 1);
        assertThat(defaults).containsEntry("window of a root", Integer.toString(Setting.Queue.DEFAULT_WINDOW));
        assertThat(defaults).containsEntry("kept errors", Integer.toString(Job.KEPT_ERRORS));
    }

    private static void defaults(Record record, String prefix, Map<String, String> into) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = Values.of(record, component);
            switch (value) {
                case JobPolicy.Capabilities can -> defaults(can, "", into);
                case Backoff backoff -> defaults(backoff, "backoff.", into);
                case null -> into.put(prefix + component.getName(), "none");
                default -> into.put(prefix + component.getName(), shown(value));
            }
        }
    }

    private static String shown(Object value) {
        return switch (value) {
            case Duration d when d.toHours() > 24 -> d.toDays() + " d";
            case Duration d when d.toMinutes() >= 60 -> d.toHours() + " h";
            case Duration d -> d.toSeconds() + " s";
            case Double number when number == Math.rint(number) -> Long.toString(Math.round(number));
            default -> value.toString();
        };
    }

    private static List<Class<?>> below(Class<?> group) {
        return List.copyOf(Names.below(group).all().values());
    }

    private static Map<String, String> fields(List<Class<?>> records) {
        return records.stream()
                .collect(Collectors.toMap(
                        Class::getSimpleName, VocabularyTest::fields, (a, b) -> a, LinkedHashMap::new));
    }

    private static String fields(Class<?> record) {
        return String.join(", ", names(record));
    }

    private static List<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(c -> c.getName() + (c.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : ""))
                .toList();
    }
}
