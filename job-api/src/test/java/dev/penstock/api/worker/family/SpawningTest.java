package dev.penstock.api.worker.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Report.Child;
import dev.penstock.api.dispatch.ChildrenNews;
import dev.penstock.api.job.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpawningTest {
    private record Sent(String command, List<Child> children) {}

    private final LinkedBlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    private final Spawning spawning = new Spawning((command, children) -> {
        sent.add(new Sent(command, children));
        return CompletableFuture.completedFuture(null);
    });

    private static Child child(int number) {
        return new ChildNames(null).child("child-" + number, NewJob.of("page.index", Json.EMPTY));
    }

    private Sent next() throws InterruptedException {
        Sent next = sent.poll(30, TimeUnit.SECONDS);
        assertThat(next).as("a command").isNotNull();
        return java.util.Objects.requireNonNull(next);
    }

    @Test
    void one_child_leaves_at_once_and_those_behind_it_gather() throws Exception {
        for (int i = 0; i < 10; i++) {
            spawning.add(child(i));
        }
        Sent first = next();
        assertThat(first.children()).hasSize(1);
        assertThat(sent).isEmpty();
        spawning.decided(first.command(), null);
        assertThat(next().children())
                .extracting(Child::name)
                .startsWith("child-1")
                .hasSize(9);
    }

    @Test
    @DisplayName("B7: at most 500 children in a command, at most four commands undecided")
    void a_big_family_waits_for_decisions() throws Exception {
        Thread spawner = new Thread(() -> {
            for (int i = 0; i < 5_000; i++) {
                spawning.add(child(i));
            }
            spawning.settle();
        });
        spawner.start();
        List<Sent> undecided = new ArrayList<>();
        int children = 0;
        while (children < 5_000) {
            Sent next = next();
            assertThat(next.children().size()).isLessThanOrEqualTo(500);
            children += next.children().size();
            undecided.add(next);
            assertThat(undecided.size() + sent.size()).isLessThanOrEqualTo(4);
            if (undecided.size() == 4 || sent.isEmpty()) {
                spawning.decided(undecided.removeFirst().command(), null);
            }
        }
        undecided.forEach(left -> spawning.decided(left.command(), null));
        spawner.join(30_000);
        assertThat(spawner.isAlive()).isFalse();
    }

    @Test
    @DisplayName("B8: the end waits until every child is decided")
    void the_end_waits() throws Exception {
        spawning.add(child(1));
        Thread ending = new Thread(spawning::settle);
        ending.start();
        ending.join(200);
        assertThat(ending.isAlive()).isTrue();
        spawning.decided(next().command(), null);
        ending.join(30_000);
        assertThat(ending.isAlive()).isFalse();
    }

    @Test
    void a_refusal_is_thrown_once_by_the_next_call_or_the_end() throws Exception {
        spawning.add(child(1));
        spawning.decided(next().command(), "there is no queue paegs");
        assertThatThrownBy(() -> spawning.add(child(2)))
                .isInstanceOf(SpawnRefused.class)
                .hasMessage("there is no queue paegs");
        spawning.settle();
        spawning.add(child(3));
        spawning.decided(next().command(), "the payload is too large");
        assertThatThrownBy(spawning::settle).hasMessage("the payload is too large");
    }

    @Test
    void a_name_is_sent_once_and_large_children_share_no_command() throws Exception {
        Json large = new Json("\"" + "x".repeat(200_000) + "\"");
        spawning.add(child(0));
        spawning.add(child(0));
        for (int i = 1; i <= 3; i++) {
            spawning.add(new ChildNames(null).child("large-" + i, NewJob.of("page.index", large)));
        }
        spawning.decided(next().command(), null);
        Sent two = next();
        assertThat(two.children()).extracting(Child::name).containsExactly("large-1", "large-2");
        spawning.decided(two.command(), null);
        assertThat(next().children()).extracting(Child::name).containsExactly("large-3");
    }

    @Test
    void who_has_lost_the_lease_creates_nothing_and_waits_for_nothing() throws Exception {
        spawning.add(child(1));
        spawning.lose();
        assertThatThrownBy(spawning::settle).hasMessageContaining("no longer this worker's");
        assertThatThrownBy(() -> spawning.add(child(2))).hasMessageContaining("no longer this worker's");
    }

    @Test
    @DisplayName(
            "B8: without a name a child is its type and its number, and a call's children are not those of the last")
    void default_names_are_the_same_when_the_attempt_runs_again() {
        NewJob job = NewJob.of("page.index", Json.EMPTY);
        ChildNames first = new ChildNames(null);
        assertThat(List.of(first.child(job).name(), first.child(job).name()))
                .containsExactly("page.index#1", "page.index#2");
        assertThat(new ChildNames(null).child(job).name()).isEqualTo("page.index#1");
        ChildrenNews call = new ChildrenNews(5, 2, 0, List.of(), false, Instant.EPOCH, 2);
        assertThat(new ChildNames(call).child(job).name()).isEqualTo("page.index@2#1");
        assertThatThrownBy(() -> first.child(" ", job)).hasMessageContaining("1 to 200");
    }
}
