package dev.penstock.stack.history.proof;

import dev.penstock.stack.history.model.Asked;
import dev.penstock.stack.history.model.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The commands of one door of one partition, in their order, as a walk passes them. */
final class Queue {
    private final List<Asked> all;
    private final Map<String, Deque<Asked>> waiting = new HashMap<>();
    private final Set<Place> taken = new HashSet<>();
    private int next;

    Queue(List<Asked> all) {
        this.all = all;
        all.forEach(asked ->
                waiting.computeIfAbsent(asked.id(), id -> new ArrayDeque<>()).add(asked));
    }

    /** The first command of that id which has had no outcome and was not passed over; null if there is none. */
    @Nullable
    Asked first(String id) {
        Deque<Asked> same = waiting.get(id);
        return same == null ? null : same.peek();
    }

    /** Goes on to just behind this command; those in between have no outcome. */
    void pass(Asked asked, Consumer<Asked> silent) {
        while (next < all.size()
                && all.get(next).place().offset() <= asked.place().offset()) {
            Asked passed = all.get(next++);
            Objects.requireNonNull(waiting.get(passed.id())).remove(passed);
            if (!passed.equals(asked) && !taken.remove(passed.place())) {
                silent.accept(passed);
            }
        }
    }

    /** Takes this command out, wherever it lies; the others keep waiting. */
    void take(Asked asked) {
        Objects.requireNonNull(waiting.get(asked.id())).remove(asked);
        taken.add(asked.place());
    }

    /** Goes on to the end. */
    void passAll(Consumer<Asked> silent) {
        while (next < all.size()) {
            Asked passed = all.get(next++);
            if (!taken.remove(passed.place())) {
                silent.accept(passed);
            }
        }
    }
}
