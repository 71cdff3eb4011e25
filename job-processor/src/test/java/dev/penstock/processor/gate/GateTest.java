package dev.penstock.processor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.dispatch.GateRequest;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.api.setting.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");
    private final InMemory store = new InMemory();
    private Setting.@Nullable Limit limit = new Setting.Limit("customer", 2, null, null);
    private final Gate gate = new Gate("key:customer:7", store, name -> limit);
    private Instant now = START;

    @Test
    @DisplayName("B1: so many run at a time, the next in the order in which they came")
    void so_many_run_at_a_time() {
        assertThat(pass(1)).containsExactly(1);
        assertThat(pass(2)).containsExactly(2);
        assertThat(pass(3)).isEmpty();
        assertThat(pass(4)).isEmpty();
        assertThat(release(2)).containsExactly(3);
        assertThat(release(1)).containsExactly(4);
    }

    @Test
    void a_place_is_freed_once_and_only_by_the_dispatch_that_has_it() {
        pass(1);
        pass(2);
        pass(3);
        assertThat(numbers(gate.handle(GateRequest.release(job(1), 4711), now))).isEmpty();
        assertThat(release(1)).containsExactly(3);
        assertThat(release(1)).isEmpty();
    }

    @Test
    void a_copy_of_a_request_takes_no_second_place() {
        pass(1);
        assertThat(pass(1)).isEmpty();
        assertThat(pass(2)).containsExactly(2);
        pass(3);
        pass(3);
        assertThat(release(1)).containsExactly(3);
        assertThat(release(2)).isEmpty();
    }

    @Test
    @DisplayName("A4: what waits at a gate and is given up never passes")
    void what_is_withdrawn_never_passes() {
        pass(1);
        pass(2);
        pass(3);
        pass(4);
        release(3);
        assertThat(release(1)).containsExactly(4);
    }

    @Test
    @DisplayName(
            "A4: what was over before it came, from the gate before this one, is not let in: it would never leave again")
    void what_has_left_before_it_came_is_not_let_in() {
        assertThat(release(1)).isEmpty();
        assertThat(pass(1)).isEmpty();
        assertThat(pass(2)).containsExactly(2);
        assertThat(pass(3)).containsExactly(3);
        assertThat(pass(1)).as("only once").isEmpty();
        assertThat(release(2)).containsExactly(1);
    }

    @Test
    void who_left_and_never_came_is_forgotten_in_time() {
        release(1);
        Gate.forget(store, now);
        assertThat(pass(1)).as("not forgotten yet").isEmpty();
        release(2);
        Gate.forget(store, now.plusSeconds(1));
        assertThat(pass(2)).containsExactly(2);
    }

    @Test
    @DisplayName("S1.4: high passes before normal, normal before low")
    void lanes_come_before_the_order() {
        pass(1);
        pass(2);
        pass(3, Priority.LOW);
        pass(4, Priority.NORMAL);
        pass(5, Priority.HIGH);
        assertThat(release(1)).containsExactly(5);
        assertThat(release(2)).containsExactly(4);
        assertThat(release(5)).containsExactly(3);
    }

    @Test
    void a_raised_bound_lets_those_pass_who_wait() {
        pass(1);
        pass(2);
        pass(3);
        pass(4);
        limit = new Setting.Limit("customer", 3, null, null);
        assertThat(numbers(gate.look(now))).containsExactly(3);
        limit = null;
        assertThat(numbers(gate.look(now))).containsExactly(4);
        assertThat(gate.isWaitedAt()).isFalse();
    }

    @Test
    @DisplayName("B1: a rate holds in every span of its length, wherever the span begins")
    void a_rate_is_exact() {
        limit = new Setting.Limit("customer", null, 3, Duration.ofSeconds(10));
        Random random = new Random(20261122L);
        List<Instant> starts = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            now = now.plusMillis(random.nextInt(4_000));
            List<Integer> passed = new ArrayList<>(pass(i));
            passed.addAll(numbers(gate.look(now)));
            passed.forEach(p -> starts.add(now));
        }
        assertThat(starts).hasSizeGreaterThan(500);
        for (int i = 3; i < starts.size(); i++) {
            assertThat(Duration.between(starts.get(i - 3), starts.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(10));
        }
    }

    @Test
    void whatever_happens_no_more_are_inside_than_may_and_nobody_is_forgotten() {
        Random random = new Random(20261122L);
        Set<Integer> inside = new HashSet<>();
        Deque<Integer> asked = new ArrayDeque<>();
        int next = 0;
        for (int step = 0; step < 20_000; step++) {
            List<Integer> passed;
            if (inside.isEmpty() || random.nextInt(5) < 2) {
                asked.add(next);
                passed = pass(next++);
            } else {
                int gone = inside.iterator().next();
                inside.remove(gone);
                passed = release(gone);
            }
            for (int p : passed) {
                assertThat(p).as("in their order").isEqualTo(asked.poll());
                inside.add(p);
            }
            assertThat(inside).hasSizeLessThanOrEqualTo(2);
        }
        while (!inside.isEmpty()) {
            int gone = inside.iterator().next();
            inside.remove(gone);
            inside.addAll(release(gone));
        }
        assertThat(store.entries.keySet()).as("nothing is left but the count").containsExactly("s/key:customer:7");
    }

    private List<Integer> pass(int number) {
        return pass(number, Priority.NORMAL);
    }

    private List<Integer> pass(int number, Priority lane) {
        return numbers(gate.handle(GateRequest.pass(order(number, lane), List.of()), now));
    }

    private List<Integer> release(int number) {
        return numbers(gate.handle(GateRequest.release(job(number), number), now));
    }

    private static List<Integer> numbers(List<Gate.Passed> passed) {
        return passed.stream().map(p -> (int) p.order().number()).toList();
    }

    private static JobId job(int number) {
        return JobId.of("r" + number, "0");
    }

    private static WorkOrder order(int number, Priority lane) {
        return new WorkOrder(
                job(number),
                "t",
                1,
                Json.EMPTY,
                "default",
                lane,
                1,
                1,
                number,
                "token",
                false,
                null,
                null,
                START,
                "default",
                null,
                null,
                null,
                null);
    }

    private static final class InMemory implements GateStore {
        final TreeMap<String, GateEntry> entries = new TreeMap<>();

        @Override
        public @Nullable GateEntry get(String key) {
            return entries.get(key);
        }

        @Override
        public void put(String key, @Nullable GateEntry entry) {
            if (entry == null) {
                entries.remove(key);
            } else {
                entries.put(key, entry);
            }
        }

        @Override
        public List<Entry> all(String prefix, int most) {
            return entries.tailMap(prefix).entrySet().stream()
                    .takeWhile(e -> e.getKey().startsWith(prefix))
                    .limit(most)
                    .map(e -> new Entry(e.getKey(), e.getValue()))
                    .toList();
        }
    }
}
