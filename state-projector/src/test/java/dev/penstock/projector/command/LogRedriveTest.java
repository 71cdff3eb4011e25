package dev.penstock.projector.command;

import static dev.penstock.projector.command.WrittenLog.A;
import static dev.penstock.projector.command.WrittenLog.B;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Actor;
import dev.penstock.api.key.ActKey;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.wire.CommandCodec;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./penstock log redrive}: what it would retry and what it writes, on a real broker without a processor. With one, and killed:
 * {@code RedriveSystemCheck} in local-stack.
 */
class LogRedriveTest {
    @TempDir
    private Path folder;

    private WrittenLog log;
    private String keys;

    @BeforeEach
    void write() throws Exception {
        log = new WrittenLog().story();
        keys = folder.resolve("keys.properties").toString();
        new KeysFile(Path.of(keys)).readOrCreate();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aDryRunSaysWhatIsDeadAndWritesNothing() throws Exception {
        LogRun run = LogRun.of(log, "redrive", "--filter", "", "--dry-run");
        assertThat(run.out())
                .contains("1 dead jobs to retry")
                .containsPattern("1 +email.send +mail +java.net.ConnectException");
        assertThat(run.err()).contains("Nothing was written (--dry-run).");
        assertThat(run.code()).isZero();
        JsonNode json = LogRun.of(log, "redrive", "--filter", "queue:mail", "--dry-run", "--json")
                .json();
        assertThat(json.path("jobs").asInt()).isEqualTo(1);
        assertThat(json.path("groups").path(0).path("error").asText()).isEqualTo("java.net.ConnectException");
        assertThat(commands()).isEmpty();
    }

    @Test
    void theFilterChoosesByErrorTooAndKnowsNoEvents() {
        assertThat(dead("error:ConnectException type:email.*")).isEqualTo(1);
        assertThat(dead("error:refused")).isEqualTo(1);
        assertThat(dead("error:TimeoutException")).isZero();
        assertThat(dead("-error:java.net.*")).isZero();
        assertThat(dead("job:" + B)).isZero();
        LogRun wrong = LogRun.of(log, "redrive", "--filter", "event:JobFailed", "--dry-run");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("The key event says something of events");
    }

    @Test
    void nobodyWhoDoesNotSayYesRetriesAnything() throws Exception {
        LogRun silent = answering("", "redrive", "--filter", "", "--keys", keys);
        assertThat(silent.code()).isEqualTo(2);
        assertThat(silent.err()).contains("Retry 1 jobs? Type yes:").contains("Nothing was retried.");
        assertThat(answering("no\n", "redrive", "--filter", "", "--keys", keys).code())
                .isEqualTo(2);
        LogRun unsigned = LogRun.of(log, "redrive", "--filter", "", "--yes");
        assertThat(unsigned.code()).isEqualTo(2);
        assertThat(unsigned.err()).contains("Acts are signed: name the installation's keys file");
        assertThat(commands()).isEmpty();
    }

    @Test
    void aRetryIsSignedQuotesTheVersionAndHasTheSameNameEachTime() throws Exception {
        new KeysFile(Path.of(keys))
                .change(all -> all.with(
                        new ActKey("redrive", ActKey.full("redrive").secrets(), Set.of("retry"), Set.of("mail"))));
        String[] words = {
            "redrive", "--filter", "", "--keys", keys, "--key", "redrive", "--wait", "1s", "--reason", "It is mended"
        };
        LogRun run = answering("yes\n", words);
        // Nobody decides here.
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("unanswered " + A).contains("0 accepted, 1 unanswered");
        answering("yes\n", words);
        List<byte[]> sent = commands();
        assertThat(sent).hasSize(2);
        CommandMessage first = CommandCodec.decode(sent.get(0));
        assertThat(first.body()).isEqualTo(new Act.Retry(A));
        assertThat(first.ifVersion()).isEqualTo(9);
        assertThat(first.actor()).isEqualTo(Actor.service("redrive"));
        assertThat(first.reason()).startsWith("It is mended (Redriven by ");
        assertThat(CommandCodec.decode(sent.get(1)).id()).isEqualTo(first.id()).startsWith("redrive-");
        var accepted = new KeysFile(Path.of(keys)).read().acts();
        assertThat(accepted.objection(first, sent.get(0), "mail")).isNull();
        assertThat(accepted.objection(first, sent.get(0), "reports")).isNotNull();
    }

    @Test
    void whatDiedAgainAfterARedriveIsLeftOutUnlessItIsAskedFor() {
        diesAgain("redrive-0123");
        assertThat(dead("")).isZero();
        assertThat(LogRun.of(log, "redrive", "--filter", "", "--dry-run").out())
                .contains("0 dead jobs to retry", "1 more died again after a redrive had retried them");
        assertThat(dead("", "--again", "now")).isEqualTo(1);
        assertThat(dead("", "--again", WrittenLog.at(16))).isZero();
        // A person tries: what comes of that is a new matter.
        diesAgain("c17");
        assertThat(dead("")).isEqualTo(1);
    }

    private void diesAgain(String command) {
        log.write(
                A.value(),
                command,
                Actor.service("redrive"),
                new Submission.JobRequeued(Submission.JobRequeued.Cause.RETRY, 2, null, null));
        log.write(A.value(), Actor.system("deadline"), new Ending.JobFailed(Ending.JobFailed.Why.CHILD_FAILED, true));
    }

    private int dead(String filter, String... more) {
        List<String> words = new ArrayList<>(List.of("redrive", "--filter", filter, "--dry-run", "--json"));
        words.addAll(List.of(more));
        LogRun run = LogRun.of(log, words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run.json().path("jobs").asInt();
    }

    private LogRun answering(String answer, String... words) {
        InputStream keyboard = System.in;
        System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        try {
            return LogRun.of(log, words);
        } finally {
            System.setIn(keyboard);
        }
    }

    /** Everything that was ever written through the inner door. */
    private List<byte[]> commands() {
        List<byte[]> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = log.kafka.consumer(Map.of())) {
            List<TopicPartition> partitions = List.of(
                    new TopicPartition(log.kafka.topics().commands(), 0),
                    new TopicPartition(log.kafka.topics().commands(), 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < end.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(record.value()));
            }
        }
        return found;
    }
}
