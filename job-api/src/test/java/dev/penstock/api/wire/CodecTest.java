package dev.penstock.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Submit;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.setting.Setting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static final Instant AT = Instant.parse("2026-11-22T03:00:00.120Z");
    private static final JobId JOB = new JobId("r1.0");
    private static final Lease LEASE = new Lease(1, 2, 913, "w-1");
    private static final SubmissionCodec.Place PLACE = new SubmissionCodec.Place("jobs.submissions", 3, 17);
    private static final SubmissionCodec.Naming NAMING = new SubmissionCodec.Naming() {
        @Override
        public JobId fromKey(String tenant, String key) {
            return JobId.of("k" + key, "0");
        }

        @Override
        public JobId fromPlace(SubmissionCodec.Place place) {
            return JobId.of("p" + place.partition() + "-" + place.offset(), "0");
        }
    };

    @Test
    void a_typed_line_is_a_submission() throws Exception {
        CommandMessage m = SubmissionCodec.decode(
                bytes("{\"type\":\"email.send\", \"payload\": {\"to\": \"añá@example.org\"}, \"colour\":1}"),
                PLACE,
                NAMING);
        Submit submit = (Submit) m.body();
        assertThat(m.id()).isEqualTo("s-3-17");
        assertThat(submit.job()).isEqualTo(new JobId("p3-17.0"));
        assertThat(submit.spec().payload()).isEqualTo(new Json("{\"to\": \"añá@example.org\"}"));
        assertThat(submit.spec().namesQueue()).isFalse();
        assertThat(submit.spec().priority()).isEqualTo(Priority.NORMAL);
    }

    @Test
    void what_a_client_writes_is_what_the_processor_reads() throws Exception {
        CommandMessage read = SubmissionCodec.decode(
                bytes(
                        "{\"type\":\"t\",\"job\":\"r1.0\",\"id\":\"c1\",\"actor\":\"user:ana\",\"priority\":\"HIGH\",\"timeout\":1500,"
                                + "\"tags\":[\"a\"],\"runAt\":\"2026-11-22T04:00:00Z\",\"metadata\":{\"k\":\"v\"},\"payload\":[1, 2]}"),
                PLACE,
                NAMING);
        assertThat(SubmissionCodec.decode(SubmissionCodec.encode(read), PLACE, NAMING))
                .isEqualTo(read);
        assertThat(((Submit) read.body()).spec().overrides().timeout()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void reports_and_settings_survive_the_wire() throws Exception {
        roundTrip(new Report.Succeeded(
                JOB,
                LEASE,
                new Delivery("jobs.work.mail.high", 0, 912, 1),
                Duration.ofNanos(1_234_000),
                new Json("{\"ok\":true}"),
                List.of(),
                false));
        roundTrip(new SettingCommand.PutPolicy(new Setting.Type(
                "email.send", "mail", "mail", JobPolicy.DEFAULT, Map.of(1, new Json("{\"type\":\"object\"}")))));
    }

    private static void roundTrip(dev.penstock.api.command.Command body) throws Exception {
        CommandMessage m = CommandMessage.of("c1", Actor.worker("w-1"), body).withToken("secret");
        assertThat(CommandCodec.decode(CommandCodec.encode(m))).isEqualTo(m);
        assertThat(m.toString()).doesNotContain("secret");
    }

    @Test
    void events_survive_the_wire() throws Exception {
        EventMessage m = new EventMessage(
                "r1.0",
                2,
                "c9",
                true,
                Actor.user("ana"),
                "because",
                AT,
                "default",
                null,
                null,
                null,
                new Attempt.AttemptStarted(LEASE, new Delivery("t", 1, 2, 3), AT, false));
        assertThat(EventCodec.decode(EventCodec.encode(m))).isEqualTo(m);
        assertThat(new String(EventCodec.encode(m), StandardCharsets.UTF_8))
                .startsWith("{\"event\":\"AttemptStarted\",\"v\":1,\"key\":\"r1.0\",\"version\":2");
        assertThat(m.route()).isEqualTo("r1");
        EventMessage submitted = new EventMessage(
                "r1.0",
                1,
                "c1",
                true,
                Actor.user("ana"),
                null,
                AT,
                "default",
                null,
                null,
                null,
                new Submission.JobSubmitted(
                        ((Submit) SubmissionCodec.decode(bytes("{\"type\":\"t\"}"), PLACE, NAMING)
                                        .body())
                                .spec(),
                        JobPolicy.DEFAULT,
                        null,
                        JOB,
                        null,
                        new Submission.Dispatch(1, 1, 0, Priority.LOW, false)));
        assertThat(EventCodec.decode(EventCodec.encode(submitted))).isEqualTo(submitted);
    }

    @Test
    void data_may_stand_before_its_name() throws Exception {
        CommandMessage m = CommandCodec.decode(
                bytes(
                        "{\"data\":{\"job\":\"r1.0\",\"timer\":5},\"actor\":\"system:relay\",\"id\":\"x\",\"command\":\"DelayElapsed\"}"));
        assertThat(m.body().route()).isEqualTo("r1");
    }

    @Test
    void what_cannot_be_read_says_why() {
        assertUndecodable("not json", "not well-formed JSON at byte");
        assertUndecodable(
                "{\"command\":\"Explode\",\"data\":{}}",
                "There is no command called Explode; docs/vocabulary.md lists those there are");
        assertUndecodable(
                "{\"command\":\"Retry\",\"v\":9,\"data\":{}}",
                "schema version 9; this Penstock reads up to 1: upgrade it, then send the record again");
        assertThatThrownBy(() -> SubmissionCodec.decode(bytes("{\"type\":\"t\",\"v\":9}"), PLACE, NAMING))
                .hasMessageContaining("schema version 9; this Penstock reads up to 1: upgrade it");
        assertUndecodable("[]", "a JSON object is expected");
        assertUndecodable(
                "{\"command\":\"Retry\",\"id\":\"x\",\"actor\":\"user:a\",\"data\":{\"job\":\"no id\"}}",
                "A job id is");
        assertThatThrownBy(() -> SubmissionCodec.decode(bytes("{\"payload\":{}}"), PLACE, NAMING))
                .hasMessageContaining("names no job type");
    }

    private static void assertUndecodable(String json, String sentence) {
        assertThatThrownBy(() -> CommandCodec.decode(bytes(json)))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining(sentence);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
