package dev.penstock.projector.redrive;

import dev.penstock.api.client.Acting;
import dev.penstock.api.client.JobClient;
import dev.penstock.api.command.Act;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Fact;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;

/**
 * Retries dead jobs at a steady rate and reads in the log what became of each.
 *
 * <p>Each retry quotes the lifecycle version that was seen, under an id made of job and version: sent twice, by a second run or after a
 * crash, it is refused the second time, since the job has changed. While it sends, it follows the log from the place where the jobs were
 * found dead, and leaves out those that somebody else, or an earlier run of its own, has retried meanwhile. Once only; not thread-safe.
 */
public final class Redrive {
    /** Acts that Kafka has not acknowledged yet, at most. A run that is killed may have sent so many without saying so. */
    private static final int IN_THE_AIR = 64;

    /** Who is late is quicker afterwards, but for no longer than this, nanoseconds: a broker that was away is not flooded. */
    private static final long MADE_UP = 100_000_000;

    private final JobClient client;
    private final Acting acting;
    private final double rate;
    private final Duration patience;
    /** Asked and not answered, by command. */
    private final Map<String, DeadJob> open = new ConcurrentHashMap<>();
    /** Jobs that have changed without us since they were found dead. */
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    private Set<String> meant = Set.of();
    private final Queue<Item> settled = new ConcurrentLinkedQueue<>();
    private volatile boolean sentAll;
    private long lastNews;

    /**
     * One redrive.
     *
     * @param client with an act key
     * @param acting in whose name, and why
     * @param rate retries a second, at most
     * @param patience how long to wait for answers after the last one
     */
    public Redrive(JobClient client, Acting acting, double rate, Duration patience) {
        this.client = client;
        this.acting = acting;
        this.rate = rate;
        this.patience = patience;
    }

    /**
     * Retries them and returns when each is settled, or when nothing was heard for too long.
     *
     * @param log where they were found; its reader is taken over
     * @param each hears of every job once, in the order in which they are settled
     */
    public void run(EventLog log, DeadJobs dead, Consumer<Item> each) {
        lastNews = System.nanoTime();
        meant = dead.jobs().stream().map(job -> job.id().value()).collect(Collectors.toSet());
        Thread sender = Thread.ofVirtual().start(() -> send(dead));
        try {
            log.follow(dead.asOf(), () -> goesOn(each), this::see);
        } finally {
            sender.interrupt();
        }
        tell(each);
        open.values()
                .forEach(job -> each.accept(new Item(
                        job,
                        Item.Outcome.UNANSWERED,
                        "The retry was sent, and the log says nothing of it yet. Does a processor run?")));
    }

    /** An act is durable only after a while, so the next ones do not wait for it; each is about a job of its own. */
    private void send(DeadJobs dead) {
        long due = System.nanoTime();
        Semaphore room = new Semaphore(IN_THE_AIR);
        try (ExecutorService air = Executors.newVirtualThreadPerTaskExecutor()) {
            for (DeadJob job : dead.jobs()) {
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                room.acquire();
                if (changed.contains(job.id().value())) {
                    settled.add(
                            new Item(job, Item.Outcome.MOVED_ON, "It was retried, or changed otherwise, meanwhile."));
                    room.release();
                } else {
                    due = Math.max(due + (long) (1e9 / rate), System.nanoTime() - MADE_UP);
                    open.put(job.command(), job);
                    air.execute(() -> ask(job, room));
                }
            }
        } catch (InterruptedException e) {
            return; // Nobody listens any more.
        }
        sentAll = true;
    }

    private void ask(DeadJob job, Semaphore room) {
        try {
            client.act(job.command(), new Act.Retry(job.id()), acting.ifVersion(job.lifecycle()));
        } catch (KafkaException | IllegalStateException e) {
            if (open.remove(job.command()) != null) {
                settled.add(new Item(job, Item.Outcome.NOT_SENT, String.valueOf(e.getMessage())));
            }
        } finally {
            room.release();
        }
    }

    private void see(Fact fact) {
        DeadJob job = open.remove(fact.event().command());
        if (job == null) {
            if (fact.event().body() instanceof JobEvent
                    && meant.contains(fact.event().key())) {
                changed.add(fact.event().key());
            }
            return;
        }
        settled.add(
                switch (fact.event().body()) {
                    case Outcome.CommandRefused refused -> new Item(job, Item.Outcome.REFUSED, refused.sentence());
                    case Outcome.CommandIgnored ignored -> new Item(job, Item.Outcome.REFUSED, ignored.answer());
                    case JobEvent accepted -> new Item(job, Item.Outcome.ACCEPTED, "");
                    case SettingEvent strange -> new Item(job, Item.Outcome.ACCEPTED, "");
                });
    }

    private boolean goesOn(Consumer<Item> each) {
        if (tell(each) || !sentAll) {
            lastNews = System.nanoTime();
        }
        return !sentAll || (!open.isEmpty() && System.nanoTime() - lastNews < patience.toNanos());
    }

    private boolean tell(Consumer<Item> each) {
        boolean any = false;
        for (Item item = settled.poll(); item != null; item = settled.poll()) {
            each.accept(item);
            any = true;
        }
        return any;
    }
}
