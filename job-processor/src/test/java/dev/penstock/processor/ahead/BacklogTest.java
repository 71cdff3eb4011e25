package dev.penstock.processor.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A partition that is behind, and the scout's part in hand. */
class BacklogTest {
    private static final Instant LATE = Instant.parse("2026-01-01T00:00:00Z");
    private static final int ROOM = 8 * 800;

    private final List<String> log = new ArrayList<>();
    private int wakes;
    private Backlog backlog = new Backlog(ROOM, List.of(), () -> wakes++);
    private int at;

    @Test
    @DisplayName("S1.28: nothing is read ahead until a submission has waited too long, nor after that is over")
    void isReadAheadWhileItIsBehind() {
        for (int i = 0; i < 100; i++) {
            turn(i, LATE.plusMillis(200));
        }
        assertThat(backlog.isBehind()).isFalse();
        assertThat(backlog.wantsMore()).isFalse();
        late(100);
        assertThat(backlog.wantsMore()).isTrue();
        assertThat(wakes).isEqualTo(1);
        for (int i = 200; i < 216; i++) {
            turn(i, LATE.plusMillis(50));
        }
        assertThat(backlog.isBehind()).isFalse();
        late(300);
        backlog.rest();
        assertThat(backlog.isBehind()).isFalse();
        assertThat(wakes).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "S1.28: behind a burst the other queues' submissions come early, in turns and in their order; the burst's own do not")
    void othersComeEarly() {
        late(0);
        add("a", 50);
        add("b", 2);
        add("a", 50);
        add("b", 1);
        add("c", 2);
        backlog.head("queue a");
        scout();
        assertThat(early()).containsExactly("b66", "c119", "b67", "c120", "b118");
        assertThat(turn(66, null)).isTrue();
        assertThat(turn(66, null)).isFalse();
        assertThat(turn(68, null)).isFalse();
    }

    @Test
    @DisplayName("S1.28: whose turn has come is not given out early as well")
    void whatHadItsTurnIsNotGivenOut() {
        late(0);
        add("b", 3);
        scout();
        assertThat(turn(16, null)).isFalse();
        assertThat(early()).containsExactly("b17", "b18");
    }

    @Test
    @DisplayName("S1.28: of two bursts the second is read again where it had no room, without a gap and nothing twice")
    void aLongLineIsReadInParts() {
        late(0);
        add("a", 100);
        add("c", 40);
        add("b", 1);
        add("c", 5);
        backlog.head("queue a");
        List<String> given = new ArrayList<>();
        int rounds = 0;
        while (given.size() < 46 && rounds++ < 100) {
            scout();
            given.addAll(early());
        }
        assertThat(given).hasSize(46).contains("b156");
        given.remove("b156");
        List<String> inOrder = new ArrayList<>();
        for (int i = 116; i < 156; i++) {
            inOrder.add("c" + i);
        }
        for (int i = 157; i < 162; i++) {
            inOrder.add("c" + i);
        }
        assertThat(given).isEqualTo(inOrder);
        assertThat(rounds).isGreaterThan(3);
    }

    @Test
    @DisplayName("S1.28: what is held is bounded; reading stops there and goes on when there is room")
    void heldBytesAreBounded() {
        late(0);
        for (int i = 0; i < 100; i++) {
            add("q" + i, 1);
        }
        scout();
        assertThat(backlog.wantsMore()).isFalse();
        List<String> first = early();
        assertThat(first).hasSizeLessThan(100);
        List<String> all = new ArrayList<>(first);
        for (int i = 0; i < 20; i++) {
            scout();
            all.addAll(early());
        }
        assertThat(all).isEqualTo(log.subList(16, 116));
    }

    @Test
    @DisplayName("A1: what was decided early before a restart is known after it, and not given out again")
    void marksOutliveTheProcess() {
        backlog = new Backlog(ROOM, List.of(117L, 16L), () -> wakes++);
        late(0);
        add("a", 100);
        add("b", 3);
        backlog.head("queue a");
        scout();
        assertThat(early()).containsExactly("b116", "b118");
        assertThat(turn(16, null)).isTrue();
        assertThat(turn(117, null)).isTrue();
    }

    @Test
    @DisplayName("A1: what could not be decided early has its turn")
    void whatWasLeftHasItsTurn() {
        late(0);
        add("b", 1);
        scout();
        Held one = backlog.next();
        assertThat(one).isNotNull();
        backlog.leave(one);
        assertThat(turn(16, null)).isFalse();
    }

    private boolean turn(long offset, @Nullable Instant now) {
        return backlog.turn(offset, LATE.toEpochMilli(), () -> now);
    }

    /** Sixteen turns of submissions that have lain for a second. */
    private void late(int from) {
        for (int i = from; i < from + 16; i++) {
            turn(i, LATE.plusSeconds(1));
            while (log.size() <= i) {
                log.add("");
            }
        }
        at = log.size();
    }

    private void add(String queue, int count) {
        for (int i = 0; i < count; i++) {
            log.add(queue + log.size());
        }
    }

    /** Reads as the scout does, until it is told to stop or there is no more. */
    private void scout() {
        while (backlog.wantsMore()) {
            if (backlog.hasMoved()) {
                at = (int) backlog.position();
            }
            if (at >= log.size()) {
                return;
            }
            int batch = Math.min(log.size(), at + 7);
            boolean goesOn = true;
            while (goesOn && at < batch) {
                goesOn = backlog.offer(record(at));
                at++;
            }
            at = batch;
        }
    }

    private ConsumerRecord<byte[], byte[]> record(int offset) {
        String queue = log.get(offset).replace(String.valueOf(offset), "");
        byte[] value = ("{\"type\":\"t\",\"queue\":\"" + queue + "\"}").getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                "s",
                0,
                offset,
                LATE.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                value.length,
                new byte[0],
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private List<String> early() {
        List<String> given = new ArrayList<>();
        for (Held one = backlog.next(); one != null; one = backlog.next()) {
            given.add(log.get((int) one.place().offset()));
        }
        return given;
    }
}
