package dev.penstock.projector.command;

import static dev.penstock.projector.command.WrittenLog.A;
import static dev.penstock.projector.command.WrittenLog.B;
import static dev.penstock.projector.command.WrittenLog.D;
import static dev.penstock.projector.command.WrittenLog.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./penstock log tail, show, at} on a log written by hand. */
class LogCommandTest {
    private static WrittenLog log;

    @BeforeAll
    static void write() throws Exception {
        log = new WrittenLog().story().aborted().garbage();
    }

    @AfterAll
    static void close() {
        log.close();
    }

    @Test
    void tailPrintsTheEventsOfAllPartitionsInTheOrderOfTheirTimes() {
        LogRun run = LogRun.of(log, "tail", "--from", "beginning", "--no-follow");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(16).isSorted();
        assertThat(run.lines().get(5))
                .startsWith(at(5))
                .contains("AttemptFailed", "RUNNING", A.value(), "worker:w1", "java.net.ConnectException: refused");
        assertThat(run.err()).contains("1 records are no events");
    }

    @Test
    void tailReadsFromAMomentToAnother() {
        LogRun run = LogRun.of(log, "tail", "--from", at(3), "--to", at(5));
        assertThat(run.lines()).extracting(line -> line.substring(0, 20)).containsExactly(at(3), at(4), at(5));
    }

    @Test
    void tailReadsFromOffsets() {
        LogRun all = LogRun.of(log, "tail", "--from", "beginning", "--no-follow", "--json", "--filter", "job:" + A);
        long third = all.jsonLines().get(2).path("offset").asLong();
        LogRun run = LogRun.of(log, "tail", "--from", "0:" + third, "--no-follow", "--json", "--filter", "job:" + A);
        assertThat(run.jsonLines())
                .isEqualTo(all.jsonLines().subList(2, all.lines().size()));
    }

    @Test
    void tailFiltersByWhatOnlyTheJobsFirstEventSays() {
        assertThat(events("queue:mail event:AttemptFailed,JobFailed"))
                .containsExactly("AttemptFailed", "AttemptFailed", "JobFailed");
        assertThat(events("type:report.*")).containsExactly("JobSubmitted", "AttemptStarted", "JobCompleted");
        assertThat(events("family:" + D)).containsExactly("JobSubmitted");
        assertThat(events("status:failed by:ana")).containsExactly("CommandRefused");
        assertThat(events("-by:worker:* -event:Setting*")).hasSize(6);
    }

    @Test
    void tailFiltersAsThePagesDo() {
        assertThat(events("created:" + at(15))).containsExactly("JobSubmitted");
        assertThat(events("created:<" + at(2) + " at:" + at(9) + ".." + at(12)))
                .containsExactly("AttemptStarted", "AttemptFailed", "JobFailed");
        assertThat(events("finished:2026-03-01 -status:failed")).containsExactly("JobCompleted");
        assertThat(events("attempt:>1 event:Attempt*")).containsExactly("AttemptStarted", "AttemptFailed");
        assertThat(events("ConnectExc error:refused event:JobFailed")).containsExactly("JobFailed");
        assertThat(events("\"port.make\" event:JobCompleted")).containsExactly("JobCompleted");
        assertThat(events(D.value().substring(0, 3) + " id:" + D)).contains("JobSubmitted");
        assertThat(events("tag:* event:JobSubmitted")).isEmpty();
        assertThat(events(
                        "tag:\"\" error:\"\" parent:none system:no priority:normal status:pending event:JobSubmitted"))
                .hasSize(3);
        assertThat(events("-created:2026-03-01")).containsExactly("SettingChanged", "SettingChanged");
    }

    @Test
    void tailKnowsTheJobsOfEventsBeforeItsBeginning() {
        LogRun run = LogRun.of(log, "tail", "--from", at(12), "--no-follow", "--json", "--filter", "queue:mail");
        assertThat(run.jsonLines())
                .extracting(line -> line.path("event").asText())
                .containsExactly("JobFailed", "CommandRefused", "JobSubmitted");
        JsonNode failed = run.jsonLines().get(0);
        assertThat(failed.path("id").asText()).isEqualTo(A + "#9");
        assertThat(failed.path("job").path("type").asText()).isEqualTo("email.send");
        assertThat(failed.path("job").path("status").asText()).isEqualTo("FAILED");
        assertThat(failed.path("data").path("why").asText()).isEqualTo("EXHAUSTED");
    }

    @Test
    void aWrongFilterOrMomentIsRefusedWithWhatToWrite() {
        LogRun filter = LogRun.of(log, "tail", "--filter", "colour:red");
        assertThat(filter.code()).isEqualTo(Main.FAILED);
        assertThat(filter.err())
                .contains("at character 1")
                .contains("There is no key \"colour\"", "family, root, queue, type");
        assertThat(LogRun.of(log, "tail", "--filter", "queue:mail failure:3f").err())
                .contains("at character 12", "No event tells failure: ask the pages");
        assertThat(LogRun.of(log, "tail", "--filter", "created:yesterday").err())
                .contains("at character 9", "\"yesterday\" is no time");
        assertThat(LogRun.of(log, "tail", "--filter", "event:JobExploded").err())
                .contains("There is no event \"JobExploded\"");
        assertThat(LogRun.of(log, "at", "yesterday").err())
                .contains("is no moment of the log")
                .contains("-24h");
    }

    @Test
    void showTellsAJobsHistoryAndItsState() {
        LogRun run = LogRun.of(log, "show", A.value());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("status       FAILED", "attempt      2 of 5", "type         email.send v1");
        assertThat(run.lines().stream().filter(line -> line.startsWith("2026-")))
                .hasSize(10);
    }

    @Test
    void showTellsTheStateAsOfAMomentAndAsOfAnEvent() {
        JsonNode then =
                LogRun.of(log, "show", A.value(), "--at", at(4), "--json").json();
        assertThat(then.path("job").path("status").asText()).isEqualTo("RUNNING");
        assertThat(then.path("job")
                        .path("run")
                        .path("holder")
                        .path("lease")
                        .path("worker")
                        .asText())
                .isEqualTo("w1");
        assertThat(then.path("history")).hasSize(2);
        JsonNode after =
                LogRun.of(log, "show", A.value(), "--at", "#4", "--json").json();
        assertThat(after.path("job").path("status").asText()).isEqualTo("RETRYING");
        assertThat(after.path("history")).hasSize(4);
        assertThat(LogRun.of(log, "show", A.value(), "--at", A + "#4", "--json").json())
                .isEqualTo(after);
    }

    @Test
    void showOfAJobThatTheLogDoesNotKnowIsExitCodeOne() {
        assertThat(LogRun.of(log, "show", "r0.nobody").code()).isEqualTo(1);
        assertThat(LogRun.of(log, "show", D.value(), "--at", at(3)).code()).isEqualTo(1);
        assertThat(LogRun.of(log, "show", "no id").code()).isEqualTo(Main.FAILED);
        assertThat(LogRun.of(log, "show", B.value(), "--at", "#77").err()).contains("has no event " + B + "#77");
    }

    @Test
    void atShowsTheWholeSystemAsOfAMoment() {
        JsonNode then = LogRun.of(log, "at", at(9), "--json").json();
        assertThat(then.path("statuses").toString()).isEqualTo("{\"RUNNING\":2}");
        assertThat(then.path("running"))
                .extracting(h -> h.path("job").asText() + " " + h.path("worker").asText())
                .containsExactly(B + " w2", A + " w2");
        assertThat(then.path("workers").toString()).isEqualTo("{\"w2\":2}");
        assertThat(then.path("totals").path("attempts").asLong()).isEqualTo(3);
        assertThat(then.path("queues").get(0).path("paused").asBoolean()).isFalse();

        JsonNode end = LogRun.of(log, "at", "now", "--json").json();
        assertThat(end.path("statuses").toString()).isEqualTo("{\"QUEUED\":1,\"COMPLETED\":1,\"FAILED\":1}");
        assertThat(end.path("queues").get(0).toString())
                .isEqualTo(
                        "{\"queue\":\"mail\",\"paused\":true,\"depth\":1,\"dispatched\":1,\"waiting\":0,\"running\":0,"
                                + "\"parents\":0,\"ended\":1}");
    }

    @Test
    void atGoesOnFromASnapshotAndSaysSo(@TempDir Path folder) {
        String[] words = {"at", at(9), "--json", "--keep", "--snapshots", folder.toString()};
        LogRun cold = LogRun.of(log, words);
        assertThat(cold.err()).doesNotContain("snapshots");
        LogRun again = LogRun.of(log, words);
        assertThat(again.out()).isEqualTo(cold.out());
        assertThat(again.err()).contains("the rest is from snapshots");
        LogRun diff = LogRun.of(log, "at", at(9), "--diff", "now", "--json", "--snapshots", folder.toString());
        assertThat(diff.json().get(0)).isEqualTo(cold.json());
        assertThat(diff.json().get(1))
                .isEqualTo(LogRun.of(log, "at", "now", "--json").json());
        assertThat(diff.err()).contains("the rest is from snapshots", "1 records are no events");
    }

    @Test
    void atComparesTwoMoments() {
        LogRun run = LogRun.of(log, "at", at(2), "--diff", "now");
        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll(" +", " "))
                .contains(
                        "jobs QUEUED 2 1 -1", "jobs FAILED 0 1 +1", "total attempts 0 3 +3", "depth of reports 1 0 -1");
        assertThat(LogRun.of(log, "at", "now", "--diff", at(2)).err()).contains("exchange them");
    }

    @Test
    void aMomentMayBeSoLongAgo() {
        LogRun run = LogRun.of(log, "at", "-1h", "--json");
        assertThat(run.err()).doesNotContain("Usage");
        assertThat(run.code()).isZero();
        assertThat(LogRun.of(log, "at", "-1h", "--colour").code()).isEqualTo(Main.FAILED);
    }

    @Test
    void nothingIsCommittedAndNoGroupIsMade() throws Exception {
        try (Admin admin = log.kafka.admin()) {
            // Other tests of this JVM have groups on the same broker.
            var before = admin.listGroups().all().get();
            LogRun.of(log, "tail", "--from", "beginning", "--no-follow");
            assertThat(admin.listGroups().all().get()).hasSameSizeAs(before);
        }
    }

    @Test
    void aLogThatIsNotThereIsSaidSo() {
        LogRun run = LogRun.of(log, "tail", "--prefix", "nothing.", "--no-follow");
        assertThat(run.code()).isEqualTo(2);
    }

    private static List<String> events(String filter) {
        LogRun run = LogRun.of(log, "tail", "--from", "beginning", "--no-follow", "--json", "--filter", filter);
        return run.jsonLines().stream().map(line -> line.path("event").asText()).toList();
    }
}
