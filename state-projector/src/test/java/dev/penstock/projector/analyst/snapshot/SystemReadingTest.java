package dev.penstock.projector.analyst.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.projector.analyst.lean.PartitionFold;
import dev.penstock.projector.analyst.picture.Picture;
import dev.penstock.projector.analyst.picture.WholeFold;
import dev.penstock.projector.analyst.snapshot.SystemReading.Spacing;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures from snapshots against pictures folded from the beginning, on a real log, and what makes snapshots worthless. */
class SystemReadingTest {
    private static final int PARTITIONS = 3;
    private static final Spacing CLOSE = new Spacing(5, 60);

    @TempDir
    Path folder;

    private RandomLog written;
    private Kafka kafka;

    @BeforeEach
    void open() throws Exception {
        written = new RandomLog(PARTITIONS);
        kafka = written.kafka;
    }

    @AfterEach
    void close() {
        written.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aPictureBySnapshotsIsThatOfTheWholeLogAtAnyPlaces(long seed) throws Exception {
        written.write(seed);
        Random random = new Random(seed);
        try (EventLog log = new EventLog(kafka)) {
            long read = 0;
            long all = 0;
            for (int i = 0; i < 8; i++) {
                Offsets to = anywhere(random, log);
                SystemReading reading = reading();
                assertThat(reading.at(log.beginning(), to, SystemReadingTest::silent))
                        .as("seed " + seed + ", as of " + to)
                        .isEqualTo(whole(log, to));
                Offsets later = anywhere(random, log).max(to);
                assertThat(reading.at(log.beginning(), later, SystemReadingTest::silent))
                        .as("seed " + seed + ", then as of " + later)
                        .isEqualTo(whole(log, later));
                read += reading.records();
                all += later.since(log.beginning());
            }
            assertThat(read).isLessThan(all / 2);
        }
    }

    @Test
    void withoutAFolderNothingIsKeptAndTheAnswerIsTheSame() throws Exception {
        written.write(4);
        try (EventLog log = new EventLog(kafka)) {
            SystemReading reading = new SystemReading(kafka, Snapshots.of(kafka, null, 1), CLOSE);
            assertThat(reading.at(log.beginning(), log.end(), SystemReadingTest::silent))
                    .isEqualTo(whole(log, log.end()));
            assertThat(reading.unreadable()).isEqualTo(PARTITIONS);
        }
    }

    @Test
    void brokenSnapshotsArePassedOverWithACaveatAndRemoved() throws Exception {
        written.write(5);
        try (EventLog log = new EventLog(kafka)) {
            Offsets end = log.end();
            Picture right = reading().at(log.beginning(), end, SystemReadingTest::silent);
            List<Path> broken = files();
            for (Path file : broken) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
            Snapshots snapshots = Snapshots.of(kafka, folder, Snapshots.BYTES);
            SystemReading reading = new SystemReading(kafka, snapshots, new Spacing(1_000_000, 1_000_000));
            assertThat(reading.at(log.beginning(), end, SystemReadingTest::silent))
                    .isEqualTo(right);
            assertThat(reading.records()).isEqualTo(end.since(log.beginning()));
            assertThat(snapshots.caveats()).hasSameSizeAs(broken).allMatch(said -> said.contains("checksum is wrong"));
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void snapshotsOfATopicThatWasMadeAgainAreNotUsed() throws Exception {
        written.write(6);
        try (EventLog log = new EventLog(kafka)) {
            reading().at(log.beginning(), log.end(), SystemReadingTest::silent);
        }
        written.makeAgain();
        written.write(7);
        try (EventLog log = new EventLog(kafka)) {
            assertThat(reading().at(log.beginning(), log.end(), SystemReadingTest::silent))
                    .isEqualTo(whole(log, log.end()));
        }
    }

    @Test
    void snapshotsFromBeforeTheLogsBeginningWasDeletedAreNotUsedAndGo() throws Exception {
        written.write(8);
        try (EventLog log = new EventLog(kafka);
                Admin admin = kafka.admin()) {
            reading().at(log.beginning(), log.end(), SystemReadingTest::silent);
            List<Path> before = files();
            admin.deleteRecords(
                            Map.of(new TopicPartition(kafka.topics().events(), 1), RecordsToDelete.beforeOffset(30)))
                    .all()
                    .get();
            assertThat(reading().at(log.beginning(), log.end(), SystemReadingTest::silent))
                    .isEqualTo(whole(log, log.end()));
            assertThat(files())
                    .doesNotContainAnyElementsOf(before.stream()
                            .filter(file -> file.getFileName().toString().startsWith("1-"))
                            .toList());
        }
    }

    @Test
    void snapshotsWhoseLastRecordTheLogDoesNotHaveAreAllRemoved() throws Exception {
        written.write(9);
        try (EventLog log = new EventLog(kafka)) {
            // As after an unclean election: the log has the same ids and goes on with other records.
            PartitionFold other = new PartitionFold(1, 0);
            for (int i = 0; i < 8; i++) {
                other.add(
                        i,
                        EventCodec.encode(new Story("x" + i + ".0")
                                .submitted("t", "q")
                                .events()
                                .get(0)));
            }
            Snapshots snapshots = Snapshots.of(kafka, folder, Snapshots.BYTES);
            snapshots.keep(other, 0);
            SystemReading reading = new SystemReading(kafka, snapshots, CLOSE);
            assertThat(reading.at(log.beginning(), log.end(), SystemReadingTest::silent))
                    .isEqualTo(whole(log, log.end()));
            assertThat(snapshots.caveats()).singleElement().asString().contains("not of this log", "were removed");
        }
    }

    @Test
    void whatWasUsedLongestAgoGoesFirst() throws Exception {
        written.write(10);
        try (EventLog log = new EventLog(kafka)) {
            reading().at(log.beginning(), log.end(), SystemReadingTest::silent);
        }
        Instant now = Instant.now();
        List<Path> all = files();
        assertThat(all).hasSizeGreaterThan(4);
        for (int i = 0; i < all.size(); i++) {
            Files.setLastModifiedTime(all.get(i), FileTime.from(now.minusSeconds(i)));
        }
        long three = Files.size(all.get(0)) + Files.size(all.get(1)) + Files.size(all.get(2));
        Snapshots.of(kafka, folder, three).tidy(now);
        assertThat(files()).containsExactlyInAnyOrderElementsOf(all.subList(0, 3));
        Files.setLastModifiedTime(all.get(1), FileTime.from(now.minus(Duration.ofDays(31))));
        Snapshots.of(kafka, folder, Snapshots.BYTES).tidy(now);
        assertThat(files()).containsExactlyInAnyOrder(all.get(0), all.get(2));
    }

    @Test
    void filesOfOthersStayHoweverOldAndWhatWeDidNotFinishGoes() throws Exception {
        Instant now = Instant.now();
        Path theirs = folder.resolve("report/draft.new");
        Path ours = folder.resolve("report/6f9619ff-8b86-d011-b42d-00cf4fc964ff.new");
        Files.createDirectories(folder.resolve("report"));
        for (Path file : List.of(theirs, ours)) {
            Files.writeString(file, "half");
            Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofDays(2))));
        }
        Snapshots.of(kafka, folder, Snapshots.BYTES).tidy(now);
        assertThat(files()).containsExactly(theirs);
    }

    private SystemReading reading() {
        return new SystemReading(kafka, Snapshots.of(kafka, folder, Snapshots.BYTES), CLOSE);
    }

    private static IntConsumer silent(long records) {
        return more -> {};
    }

    private static Picture whole(EventLog log, Offsets to) {
        WholeFold fold = new WholeFold();
        log.read(new Stretch(log.beginning(), to), fold::add);
        return fold.picture(to);
    }

    private static Offsets anywhere(Random random, EventLog log) {
        Map<Integer, Long> next = new HashMap<>();
        log.end().next().forEach((partition, end) -> next.put(partition, random.nextLong(end + 1)));
        return new Offsets(next);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
