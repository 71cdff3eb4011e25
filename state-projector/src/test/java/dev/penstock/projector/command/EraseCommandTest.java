package dev.penstock.projector.command;

import static dev.penstock.projector.command.SealedLog.MAIL;
import static dev.penstock.projector.command.SealedLog.MINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.seal.KeyGone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./penstock erase} on a real broker: what it says, what it leaves, and that everything which folds the log goes on. */
class EraseCommandTest {
    @TempDir
    Path folder;

    private SealedLog sealed;

    @BeforeEach
    void write() throws Exception {
        sealed = new SealedLog(folder);
    }

    @AfterEach
    void close() {
        sealed.close();
    }

    @Test
    @DisplayName(
            "B15: erasing deletes the key, proves it, and leaves a log that folds, verifies and is exported as before")
    void erased() throws Exception {
        Json payload = sealed.fold(MINE).job().spec().payload();
        assertThat(sealed.sealing.open(MINE, "payload", payload).text()).contains(MAIL);
        Job before = sealed.fold(MINE).job();
        LogRun looked = sealed.erase("--dry-run");
        assertThat(looked.out())
                .contains(
                        "Jobs: 1 (1 QUEUED); those that have not ended are aborted: 1",
                        "Keys: 1",
                        "Nothing was changed");
        assertThat(looked.code()).isZero();
        assertThat(sealed.commands()).isEmpty();

        LogRun run = sealed.answered(sealed::accept, "--reason", "request 4711");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Told: 1", "Deleted: 1", "Read back: from its beginning to its end the topic has none");
        assertThat(run.code()).isZero();
        CommandMessage told = sealed.commands().getFirst();
        assertThat(told.body()).isEqualTo(new Act.EraseSubject(MINE, sealed.keys.pseudonym("default", "customer-17")));
        assertThat(told.actor()).isEqualTo(Actor.service("erase"));
        assertThat(told.reason()).startsWith("request 4711 (Erased by ");
        assertThatThrownBy(() -> sealed.sealing.open(MINE, "payload", payload))
                .isInstanceOf(KeyGone.class)
                .hasMessageContaining("their subject was erased");

        LogRun again = sealed.erase("--reason", "request 4711");
        assertThat(again.out()).contains("They have no key", "Deleted: 0", "has none of them");
        assertThat(sealed.commands()).hasSize(1);
        assertThat(run.out() + looked.out() + again.out()).doesNotContain(MAIL, "customer-17");

        assertThat(sealed.fold(MINE).job().spec()).isEqualTo(before.spec());
        sealed.log.state(MINE, sealed.state());
        assertThat(LogRun.of(sealed.log, "verify").out())
                .contains("1 the same in jobs.state, 0 moved on meanwhile, 0 differ");
        Path file = folder.resolve("events.ndjson");
        assertThat(LogRun.of(sealed.log, "export", "-o", file.toString()).code())
                .isZero();
        assertThat(Files.readString(file)).contains("$sealed", "SubjectErased").doesNotContain(MAIL);
        assertThat(LogRun.of(sealed.log, "show", MINE.value()).out())
                .contains("SubjectErased")
                .doesNotContain(MAIL);
    }

    @Test
    void somebodyElsesKeysAndJobsAreLeftAlone() {
        LogRun run = sealed.erase("customer-18", "--reason", "request 4712");
        assertThat(run.out()).contains("Jobs: 0", "They have no key", "Deleted: 0");
        assertThat(run.code()).isZero();
        assertThat(sealed.sealing
                        .open(MINE, "payload", sealed.fold(MINE).job().spec().payload())
                        .text())
                .contains(MAIL);
        assertThat(sealed.erase("--tenant", "other", "--reason", "r").out()).contains("Jobs: 0", "Deleted: 0");
    }

    @Test
    void withoutAReasonOrTheMasterKeyNothingIsDone() throws Exception {
        LogRun silent = sealed.erase();
        assertThat(silent.code()).isEqualTo(2);
        assertThat(silent.err()).contains("Say why: --reason TEXT");
        Files.setPosixFilePermissions(folder.resolve("master"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(sealed.erase("--dry-run").err())
                .contains("can be used by others")
                .contains("chmod 600");
    }

    @Test
    void aRefusalOrNoAnswerLeavesTheKeysWhereTheyAre() throws Exception {
        LogRun refused = sealed.answered(sealed::refuse, "--reason", "r");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).contains("Told: 0").doesNotContain("Deleted");
        assertThat(refused.err()).contains("Not told: " + MINE + ". Not on a Sunday.", "No key was deleted.");
        LogRun silent = sealed.erase("--reason", "r", "--answers", "1");
        assertThat(silent.code()).isEqualTo(2);
        assertThat(silent.err())
                .contains("Not told: " + MINE + ". The act was sent, and the log says nothing of it.")
                .contains("--without-answers");
        assertThat(sealed.sealing
                        .open(MINE, "payload", sealed.fold(MINE).job().spec().payload())
                        .text())
                .contains(MAIL);
    }

    @Test
    void whoWasNotToldBeforeTheKeysWentIsToldTheNextTime() throws Exception {
        LogRun forced = sealed.erase("--reason", "r", "--answers", "1", "--without-answers");
        assertThat(forced.out()).contains("Told: 0", "Deleted: 1");
        assertThat(forced.err()).contains("Their keys are deleted all the same");
        assertThat(forced.code()).isZero();
        LogRun again = sealed.answered(sealed::accept, "--reason", "r");
        assertThat(again.out()).contains("They have no key", "Told: 1", "Deleted: 0");
        assertThat(again.code()).isZero();
        assertThat(sealed.commands()).hasSize(2);
    }
}
