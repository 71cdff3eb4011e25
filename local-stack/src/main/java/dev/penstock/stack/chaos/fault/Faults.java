package dev.penstock.stack.chaos.fault;

import dev.penstock.stack.chaos.site.Member;
import dev.penstock.stack.chaos.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Breaks one thing after the other, at most four at a time: first each kind once in a shuffled order, then at random. Also brings back
 * what ended and nobody has in hand, and says so.
 */
public final class Faults implements AutoCloseable {
    private static final int AT_A_TIME = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Site site;
    private final Journal journal;
    private final Random dice;
    private final Duration pause;
    private final Consumer<String> say;
    private final List<Fault> table;
    private final Semaphore permits = new Semaphore(AT_A_TIME, true);
    private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean stopped;

    /** @param pause between two faults, on average */
    public Faults(Site site, Journal journal, Random dice, Duration pause, Consumer<String> say) {
        this.site = site;
        this.journal = journal;
        this.dice = dice;
        this.pause = pause;
        this.say = say;
        this.table = new FaultTable(site, journal, new Random(dice.nextLong())).all();
    }

    public Faults start() {
        begin("faults", this::strikeOn);
        begin("nurse", this::nurse);
        return this;
    }

    private static void join(Thread thread) {
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    private void begin(String name, Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (Exception e) {
                        say.accept("The fault could not be made or mended (" + name + "): " + e);
                    }
                },
                name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void strikeOn() throws InterruptedException {
        List<Fault> lap = new ArrayList<>(table);
        Collections.shuffle(lap, dice);
        if (site.broker().processes().size() > 1) {
            // That one of them is missed is what a run with several is for: however short it is, it comes to that.
            lap.sort(Comparator.comparing(fault -> !fault.name().equals(FaultTable.BROKER_KILLED)));
        }
        while (!stopped) {
            Thread.sleep((long) (pause.toMillis() * (0.5 + dice.nextDouble())));
            Fault fault = lap.isEmpty() ? any() : lap.removeFirst();
            int needed = fault.alone() ? AT_A_TIME : 1;
            permits.acquire(needed);
            if (stopped) {
                permits.release(needed);
                return;
            }
            begin(fault.name(), () -> strike(fault, needed));
        }
    }

    private void strike(Fault fault, int needed) throws Exception {
        try {
            fault.deed().strike(fault.name());
        } finally {
            permits.release(needed);
        }
    }

    private Fault any() {
        int left = dice.nextInt(table.stream().mapToInt(Fault::weight).sum());
        for (Fault fault : table) {
            left -= fault.weight();
            if (left < 0) {
                return fault;
            }
        }
        throw new IllegalStateException("weights that do not add up");
    }

    /** What has ended and is in nobody's hands is brought back, as whoever runs programs would. */
    private void nurse() throws InterruptedException {
        while (!stopped) {
            Thread.sleep(500);
            for (Member member : site.members()) {
                if (!member.isAlive() && member.take()) {
                    begin("nurse of " + member.name(), () -> bringBack(member));
                }
            }
        }
    }

    private void bringBack(Member member) {
        try {
            if (!member.isAlive()) {
                int number = journal.begins("brought back", member.name());
                member.restart();
                journal.ends(number);
            }
        } finally {
            member.giveBack();
        }
    }

    /** Breaks nothing more, and returns when everything is whole. */
    @Override
    public void close() {
        stopped = true;
        List.copyOf(threads).forEach(Faults::join);
        for (Member member : site.members()) {
            member.thaw();
            if (!member.isAlive()) {
                bringBack(member);
            }
        }
        if (site.broker().processes().stream().anyMatch(node -> !node.isAlive())) {
            site.broker().restart();
        }
        site.broker().resume();
    }
}
