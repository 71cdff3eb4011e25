package dev.penstock.stack.chaos.load;

import dev.penstock.api.client.Acting;
import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NotAcknowledged;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.Actor;
import dev.penstock.stack.chaos.worker.Steps;
import dev.penstock.stack.history.model.Stand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Submits jobs and acts on them, at random, until it is told to stop. */
public final class Load implements AutoCloseable {
    /** Submissions a second. */
    private static final double SUBMISSIONS = 25;
    /** Acts a second of each of the two who act. */
    private static final double ACTS = 5;

    /** Pauses of a queue a second. */
    private static final double PAUSES = 0.05;

    /** Batches a second. */
    private static final double BATCHES = 0.4;
    /** Acts on schedules a second. */
    private static final double SCHEDULING = 0.3;

    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int TRIES = 5;
    private static final Acting BEGINNING = Acting.as(Actor.user("chaos")).because("the beginning of the run");
    private static final Acting ENDING = Acting.as(Actor.user("chaos")).because("the end of the run");

    private final JobClient client;
    private final Sightings sightings;
    private final Acknowledged acknowledged;
    private final long seed;
    private final double pace;
    private final List<Thread> hands = new ArrayList<>();
    private volatile boolean stopped;

    /**
     * @param client that may act
     * @param pace share of the usual number of submissions
     */
    public Load(JobClient client, Sightings sightings, Acknowledged acknowledged, long seed, double pace) {
        this.client = client;
        this.sightings = sightings;
        this.acknowledged = acknowledged;
        this.seed = seed;
        this.pace = pace;
    }

    /** Begins; each hand has dice of its own, so that one that waits does not change what another does. */
    public Load start() {
        Mix mix = new Mix(new Random(seed));
        hand("submits", SUBMISSIONS * pace, () -> submit(mix));
        for (int i = 1; i <= 2; i++) {
            Random dice = new Random(seed + i);
            hand("acts-" + i, ACTS, () -> act(dice));
        }
        hand("pauses", PAUSES, this::pause);
        hand("batches", BATCHES * pace, new Batches(client, acknowledged, new Random(seed + 3))::one);
        Schedules schedules = new Schedules(new Random(seed + 4));
        schedules.put().forEach(put -> act(put, BEGINNING));
        hand("schedules", SCHEDULING, () -> act(schedules.act(), Acting.as(Actor.user("chaos"))));
        return this;
    }

    /** Nothing of a queue starts for a while. */
    private void pause() {
        Acting acting = Acting.as(Actor.user("chaos")).because("to see who waits");
        act(new SettingCommand.PauseQueue(Steps.ODD), acting);
        LockSupport.parkNanos(PAUSE.toNanos());
        act(new SettingCommand.ResumeQueue(Steps.ODD), acting);
    }

    /** A copy of the record that paused a queue pauses it again, and what resumes it may have got lost; schedules fire for ever. */
    private void leave() {
        List<Command> last = new ArrayList<>(new Schedules(new Random()).delete());
        last.add(new SettingCommand.ResumeQueue(Steps.ODD));
        for (Command command : last) {
            boolean done = false;
            for (int i = 0; i < TRIES && !done; i++) {
                done = act(command, ENDING);
            }
        }
    }

    private void hand(String name, double perSecond, Runnable deed) {
        Thread hand = new Thread(
                () -> {
                    while (!stopped) {
                        deed.run();
                        LockSupport.parkNanos((long) (1e9 / perSecond));
                    }
                },
                name);
        hand.setDaemon(true);
        hands.add(hand);
        hand.start();
    }

    private void submit(Mix mix) {
        CompletableFuture<JobHandle> sent = client.submitAsync(mix.next());
        CompletableFuture<JobHandle> unused = sent.whenComplete((handle, failure) -> {
            if (failure == null) {
                acknowledged.add(handle.command());
            } else {
                acknowledged.unknown();
            }
        });
    }

    /** Mostly where it is possible; at times anywhere, and at times on what was seen to be older than it is. */
    private void act(Random dice) {
        Deed deed = Deed.any(dice);
        List<Stand> stands = new ArrayList<>(dice.nextInt(5) == 0 ? List.of(Stand.values()) : deed.possible());
        stands.sort(null);
        Optional<Sight> seen = sightings.any(
                stands.get(dice.nextInt(stands.size())),
                sight -> !Mass.isOne(sight.job()) && deed.fits().test(sight),
                dice);
        if (seen.isEmpty()) {
            return;
        }
        Acting acting = Acting.as(Actor.user("chaos")).because("to see what happens");
        boolean careful = dice.nextInt(3) == 0;
        act(
                deed.make().command(seen.get(), dice),
                careful ? acting.ifVersion(seen.get().lifecycle()) : acting);
    }

    /** Whether it was acknowledged. */
    private boolean act(Command command, Acting acting) {
        try {
            acknowledged.add(client.act(command, acting));
            return true;
        } catch (NotAcknowledged e) {
            acknowledged.unknown();
            return false;
        }
    }

    /** Asks for nothing more; what was sent may still be under way. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        stop();
        for (Thread hand : hands) {
            try {
                hand.join(Duration.ofMinutes(3));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        leave();
    }
}
