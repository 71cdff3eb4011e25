package dev.penstock.projector.command;

import static dev.penstock.projector.command.WrittenLog.A;
import static dev.penstock.projector.command.WrittenLog.D;
import static dev.penstock.projector.command.WrittenLog.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.payload.JobType;
import dev.penstock.api.testing.replay.Recording;
import dev.penstock.api.testing.replay.Replay;
import dev.penstock.api.worker.JobHandler;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./penstock log replay} on a log written by hand. */
class LogReplayTest {
    private static WrittenLog log;

    @BeforeAll
    static void write() throws Exception {
        log = new WrittenLog().story();
    }

    @AfterAll
    static void close() {
        log.close();
    }

    /** What the story's mails carry. */
    @JobType(name = "email.send", description = "Sends a mail")
    record Mail(String to) {}

    @Test
    void replayWritesARecordingThatAHandlerRunsAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.json");
        LogRun run = LogRun.of(log, "replay", A.value(), "-o", file.toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("email.send v1, 2 attempts, 2 of them ended by the handler");
        Recording job = Recording.read(file);
        List<String> to = new ArrayList<>();
        JobHandler<Mail> refused = (mail, context) -> {
            to.add(mail.to());
            throw new ConnectException("refused");
        };
        assertThat(new Replay(job).run(refused, Mail.class)).hasSize(2).allMatch(Replay.Verdict::isSame);
        assertThat(to).containsExactly("a", "a");
        assertThat(new Replay(job).run((mail, context) -> null, Mail.class)).noneMatch(Replay.Verdict::isSame);

        assertThat(LogRun.of(log, "replay", A.value(), "--to", at(6)).json().path("attempts"))
                .hasSize(1);
        assertThat(LogRun.of(log, "replay", D.value(), "--to", at(6)).code()).isEqualTo(1);
    }
}
