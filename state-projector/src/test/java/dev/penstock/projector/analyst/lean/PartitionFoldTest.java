package dev.penstock.projector.analyst.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.projector.analyst.picture.Picture;
import dev.penstock.projector.analyst.picture.PictureDraft;
import dev.penstock.projector.analyst.picture.WholeFold;
import dev.penstock.projector.analyst.source.Fact;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.story.EventLog;
import dev.penstock.projector.view.LogEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partition folded to what a picture shows, kept in a file on the way, against whole jobs folded from the beginning. */
class PartitionFoldTest {
    private static final String LOG = "cluster a, topic b";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aFoldThatWasKeptAnywhereShowsWhatWholeJobsShow(long seed) throws Exception {
        Random random = new Random(seed);
        List<byte[]> records = new ArrayList<>();
        EventLog.random(seed, 0, 120).entries().stream()
                .map(entry -> EventCodec.encode(((LogEntry.Fact) entry).event()))
                .forEach(records::add);
        agree(records, random, "stories of seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatAPictureNeedsNoneOfChangesNothingWhateverHappens(long seed) throws Exception {
        Random random = new Random(seed);
        AnyEvent any = new AnyEvent(random, 1 + random.nextInt(40));
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            byte[] record = EventCodec.encode(any.next());
            records.add(
                    switch (random.nextInt(60)) {
                        case 0 -> "no event}".getBytes(StandardCharsets.UTF_8);
                        case 1 -> java.util.Arrays.copyOf(record, record.length / 2);
                        case 2 -> new byte[0];
                        default -> record;
                    });
        }
        agree(records, random, "any events of seed " + seed);
    }

    @Test
    void everySortOfEventOfAJobIsAmongThem() {
        AnyEvent any = new AnyEvent(new Random(5), 3);
        Set<String> drawn = Stream.generate(any::body)
                .limit(5_000)
                .map(event -> event.getClass().getSimpleName())
                .collect(Collectors.toSet());
        List<String> ofJobs = EventCodec.NAMES.all().entrySet().stream()
                .filter(entry -> JobEvent.class.isAssignableFrom(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(drawn).containsAll(ofJobs);
    }

    @Test
    void aFileIsOfItsLogAloneAndOfItsBeginning() throws Exception {
        byte[] file = file(someFold(40));
        assertThat(FoldFile.read(file, LOG, 0)).isPresent();
        assertThat(FoldFile.read(file, "cluster a, topic c", 0)).isEmpty();
        assertThat(FoldFile.read(file, LOG, 1)).isEmpty();
    }

    @Test
    void aFileWithOneWrongBitIsBroken() throws Exception {
        byte[] file = file(someFold(40));
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] wrong = file.clone();
            wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> FoldFile.read(wrong, LOG, 0)).isInstanceOf(IOException.class);
            byte[] cut = java.util.Arrays.copyOf(file, random.nextInt(file.length));
            assertThatThrownBy(() -> FoldFile.read(cut, LOG, 0)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFoldFromAFileWantsToSeeItsLastRecordAgain() throws Exception {
        List<byte[]> records = records(41);
        PartitionFold same = FoldFile.read(file(someFold(40)), LOG, 0).orElseThrow();
        assertThat(same.from()).isEqualTo(39);
        same.add(39, records.get(39));
        same.add(40, records.get(40));
        assertThat(picture(same)).isEqualTo(picture(someFold(41)));
        PartitionFold other = FoldFile.read(file(someFold(40)), LOG, 0).orElseThrow();
        assertThatThrownBy(() -> other.add(39, records.get(40))).isInstanceOf(OtherLog.class);
        PartitionFold gone = FoldFile.read(file(someFold(40)), LOG, 0).orElseThrow();
        assertThatThrownBy(() -> gone.add(40, records.get(40))).isInstanceOf(OtherLog.class);
    }

    /** Now and then the fold is written, read, and asked. */
    private static void agree(List<byte[]> records, Random random, String what) throws Exception {
        PartitionFold fold = new PartitionFold(0, 0);
        WholeFold whole = new WholeFold();
        for (int i = 0; i < records.size(); i++) {
            fold.add(i, records.get(i));
            add(whole, i, records.get(i));
            if (random.nextInt(40) == 0 || i == records.size() - 1) {
                fold = FoldFile.read(file(fold), LOG, 0).orElseThrow();
                fold.add(i, records.get(i));
                assertThat(picture(fold)).as(what + ", record " + i).isEqualTo(whole.picture(new Offsets(Map.of())));
            }
        }
    }

    private static void add(WholeFold whole, int offset, byte[] record) {
        try {
            EventMessage event = EventCodec.decode(record);
            whole.add(new Fact(0, offset, event.at(), event, record.length));
        } catch (UndecodableException e) {
            // passed over by every reader
        }
    }

    private static Picture picture(PartitionFold fold) {
        PictureDraft draft = new PictureDraft();
        fold.into(draft);
        return draft.picture(new Offsets(Map.of()));
    }

    private static byte[] file(PartitionFold fold) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FoldFile.write(fold, LOG, out);
        return out.toByteArray();
    }

    private static PartitionFold someFold(int records) {
        PartitionFold fold = new PartitionFold(0, 0);
        List<byte[]> all = records(records);
        for (int i = 0; i < records; i++) {
            fold.add(i, all.get(i));
        }
        return fold;
    }

    private static List<byte[]> records(int count) {
        AnyEvent any = new AnyEvent(new Random(9), 5);
        return Stream.generate(any::next).limit(count).map(EventCodec::encode).toList();
    }
}
