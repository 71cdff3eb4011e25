package dev.penstock.processor.simulate.change;

import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Priority;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.simulate.measure.Stretch;
import dev.penstock.processor.simulate.past.Lean;
import dev.penstock.processor.simulate.past.Presence;
import dev.penstock.processor.simulate.past.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is to be different from what was: other policies, queues and workers. */
public final class Changes {
    /** Nothing is. */
    public static final Changes NONE = new Changes(List.of());

    private final List<Wish> wishes;

    private Changes(List<Wish> wishes) {
        this.wishes = List.copyOf(wishes);
    }

    /**
     * Reads {@code KEY=VALUE} each; of two for the same the later one counts.
     *
     * @throws IllegalArgumentException with a sentence that lists what can be set
     */
    public static Changes parse(List<String> texts) {
        return new Changes(texts.stream().map(Wish::parse).toList());
    }

    public boolean isNone() {
        return wishes.isEmpty();
    }

    /** As they were written. */
    public List<String> texts() {
        return wishes.stream().map(Wish::text).toList();
    }

    /**
     * That each names something of the stretch.
     *
     * @throws IllegalArgumentException with the names there are
     */
    public void check(Recording past) {
        Set<String> types = names(past, "type");
        Set<String> queues = names(past, "queue");
        for (Wish wish : wishes) {
            if (wish.queue() != null && !queues.contains(wish.queue())) {
                throw new IllegalArgumentException("--set " + wish.text() + " names no queue of this log; there are: "
                        + String.join(", ", queues) + ".");
            }
            if (!wish.type().isEmpty() && !types.contains(wish.type())) {
                throw new IllegalArgumentException("--set " + wish.text()
                        + " names no job type of this log; there are: " + String.join(", ", types) + ".");
            }
        }
    }

    private static Set<String> names(Recording past, String kind) {
        Set<String> keys = new TreeSet<>(past.settings().keySet());
        past.puts().forEach(put -> keys.add(put.key()));
        return keys.stream()
                .filter(key -> key.startsWith(kind + "/"))
                .map(key -> key.substring(kind.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The setting as it is under these changes. */
    public Setting on(Setting setting) {
        if (setting instanceof Setting.Type type) {
            TypeChange change = type(type.name());
            return change.changesPolicy()
                    ? new Setting.Type(
                            type.name(), type.description(), type.queue(), change.on(type.policy()), type.schemas())
                    : type;
        }
        return setting instanceof Setting.Queue queue ? queue(queue.name()).on(queue) : setting;
    }

    /** The spec of a job that arrives, or of a child that is created. */
    public JobSpec on(JobSpec spec) {
        Priority priority = type(spec.type()).priority();
        return priority == null || priority == spec.priority() ? spec : Lean.spec(spec, priority);
    }

    /** The workers: a queue that was given slots of its own is served by them alone. */
    public List<Presence> on(List<Presence> workers, Stretch stretch) {
        List<Presence> now = new ArrayList<>(workers);
        Set<String> given = wishes.stream()
                .filter(wish -> wish.queues().workers() != null)
                .map(Wish::queue)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String queue : given) {
            now.replaceAll(worker -> worker.without(queue));
            Integer slots = queue(queue).workers();
            if (slots != null && slots > 0) {
                now.add(new Presence(
                        "what-if-" + queue, List.of(queue), slots, stretch.from(), stretch.to() + 1, true));
            }
        }
        return now;
    }

    private TypeChange type(String name) {
        TypeChange all = TypeChange.NONE;
        for (Wish wish : wishes) {
            all = wish.type().isEmpty() ? all.with(wish.types()) : all;
        }
        // What is said of one type goes before what is said of all, in whichever order.
        for (Wish wish : wishes) {
            all = wish.type().equals(name) ? all.with(wish.types()) : all;
        }
        return all;
    }

    private QueueChange queue(String name) {
        QueueChange all = QueueChange.NONE;
        for (Wish wish : wishes) {
            all = name.equals(wish.queue()) ? all.with(wish.queues()) : all;
        }
        return all;
    }
}
