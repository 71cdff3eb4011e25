package dev.penstock.projector.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.job.Actor;
import dev.penstock.api.setting.Setting;
import dev.penstock.projector.command.LogRun;
import dev.penstock.projector.story.Story;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./penstock log verify} compares what the projector adds up, too, and what people have set and said. */
class VerifyFiguresTest {
    private static final List<String> FIGURES =
            List.of("job_count", "statistic", "tally", "failure_group", "failure_hour", "failure_verdict", "setting");

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "Counts, statistics, settings and failure groups that were changed, lost or made up are counted and named")
    void plantedDifferencesAreFound() throws Exception {
        VerifyRig verified = new VerifyRig(folder);
        List<EventMessage> events = new ArrayList<>(VerifyRig.events(16));
        events.add(said("queue/mail", new SettingEvent.SettingChanged(Setting.Queue.named("mail", "e-mails"))));
        events.add(said("queue/old", new SettingEvent.SettingChanged(Setting.Queue.named("old", "letters"))));
        events.add(said("queue/old", new SettingEvent.SettingDeleted("queue/old")));
        for (GroupCommand act : List.of(
                new GroupCommand.Mute("f1", null), new GroupCommand.Resolve("f1"), new GroupCommand.Mute("f1", null))) {
            events.add(said(act.route(), new SettingEvent.GroupActed(act)));
        }
        verified.projected(events);
        LogRun right = verified.verify();
        for (String table : FIGURES) {
            assertThat(right.out()).containsPattern(verified.same(table));
        }
        assertThat(right.code()).as(right.out()).isZero();

        verified.execute("UPDATE penstock_read.job_count SET jobs = jobs + 1 WHERE ctid ="
                + " (SELECT ctid FROM penstock_read.job_count LIMIT 1)");
        verified.execute("UPDATE penstock_read.statistic SET completed = completed + 1, run_max_ms = 7777777,"
                + " run_sketch = wait_sketch WHERE ctid = (SELECT ctid FROM penstock_read.statistic"
                + " WHERE run_sketch <> wait_sketch LIMIT 1)");
        verified.execute("DELETE FROM penstock_read.tally WHERE ctid = (SELECT ctid FROM penstock_read.tally LIMIT 1)");
        verified.execute("UPDATE penstock_read.failure_group SET attempts = 9999 WHERE ctid ="
                + " (SELECT ctid FROM penstock_read.failure_group LIMIT 1)");
        verified.execute(
                "INSERT INTO penstock_read.failure_hour SELECT hour, fingerprint, type, 'ghosts', worker, log_partition,"
                        + " attempts FROM penstock_read.failure_hour LIMIT 1");
        verified.execute("UPDATE penstock_read.failure_verdict SET muted_by = 'user:nobody'");
        verified.execute("UPDATE penstock_read.setting SET value = replace(value, 'e-mails', 'spam')");

        LogRun wrong = verified.verify("--json");
        assertThat(wrong.code()).isEqualTo(1);
        JsonNode rows = wrong.json().path("postgres");
        assertThat(VerifyRig.counts(rows, 3)).isEqualTo("job_count: 1 differing, 0 missing, 0 extra");
        assertThat(VerifyRig.counts(rows, 4)).isEqualTo("statistic: 1 differing, 0 missing, 0 extra");
        assertThat(VerifyRig.counts(rows, 5)).isEqualTo("tally: 0 differing, 1 missing, 0 extra");
        assertThat(VerifyRig.counts(rows, 6)).isEqualTo("failure_group: 1 differing, 0 missing, 0 extra");
        assertThat(VerifyRig.counts(rows, 7)).isEqualTo("failure_hour: 0 differing, 0 missing, 1 extra");
        assertThat(VerifyRig.counts(rows, 8)).isEqualTo("failure_verdict: 1 differing, 0 missing, 0 extra");
        assertThat(VerifyRig.counts(rows, 9)).isEqualTo("setting: 1 differing, 0 missing, 0 extra");
        assertThat(rows.path("first").toString())
                .contains("completed: the log says", "PostgreSQL says \\\"7777777\\\"", "run_sketch: the log says")
                .contains("failure_verdict f1", "PostgreSQL says \\\"user:nobody\\\"")
                .contains("setting queue mail")
                .contains("attempts: the log says", "PostgreSQL says \\\"9999\\\"");
    }

    private static EventMessage said(String key, SettingEvent body) {
        Instant at = Story.START.plusSeconds(7);
        String command = "c" + body.hashCode();
        return new EventMessage(
                key, 0, command, true, Actor.user("ana"), "why not", at, "default", null, null, null, body);
    }
}
