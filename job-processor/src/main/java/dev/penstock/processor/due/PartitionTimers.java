package dev.penstock.processor.due;

import dev.penstock.api.command.Timer;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.kin.Kin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timers of one partition's jobs: looks, and sends commands; decides nothing.
 *
 * <p>Leases are few and are all looked at on every tick. Waits, dispatches and Delete After dates may be millions; the
 * stores are looked through in turn. One thread at a time.
 */
public final class PartitionTimers {
    /** A wait is the relay's business; one this overdue was lost (B9). */
    static final Duration OVERDUE = Duration.ofSeconds(5);

    private final Watch watch;
    private final Outbox outbox;
    private final Suspects suspects;
    private final RunningLeases leases = new RunningLeases();
    private final Families families = new Families();
    private final Schedules schedules = new Schedules();

    /**
     * @param watch what is known of the world
     * @param lostAfter a dispatch that no worker has taken for this long may be lost
     * @param send where timers and signals go: outside the transaction, so that a commit delays nobody (A6)
     */
    public PartitionTimers(Watch watch, Duration lostAfter, Sender send) {
        this.watch = watch;
        this.outbox = new Outbox(send);
        this.suspects = new Suspects(watch.work(), lostAfter);
    }

    public RunningLeases leases() {
        return leases;
    }

    /** The job's state was saved. */
    public void changed(Job job) {
        leases.changed(job);
        suspects.gone(job.id());
        families.changed(job);
    }

    /** An entry of the book of families was saved. */
    public void changed(String key, @Nullable Kin kin) {
        families.changed(key, kin);
    }

    /** A setting of this partition was saved; null: it is gone. */
    public void changed(String key, @Nullable Setting setting) {
        schedules.changed(key, setting);
    }

    /** The job has shrunk to a stub, or is gone. */
    public void gone(JobId job) {
        leases.gone(job);
        suspects.gone(job);
        families.gone(job);
    }

    /** Looks at every lease. */
    public void tick() {
        Instant now = watch.time().now();
        if (now == null) {
            return;
        }
        for (RunningLeases.Held held : leases.all()) {
            if (watch.workers().isSilent(held.lease().worker())) {
                outbox.offer(new Timer.WorkerLost(held.job(), held.lease()), now);
            } else if (watch.workers().isLeaked(held.job(), held.lease(), held.since())) {
                outbox.offer(new Timer.LeaseLost(held.job(), held.lease()), now);
            } else if (held.endsAt() != null && !now.isBefore(held.endsAt())) {
                outbox.offer(new Timer.AttemptTimedOut(held.job(), held.lease()), now);
            } else if (held.asked() != null) {
                outbox.offer(held.lease().worker(), held.asked(), now);
            }
        }
        families.tick(outbox, now);
        schedules.tick(outbox, now);
    }

    /** These unstarted jobs have passed their deadline. */
    public void overdue(List<JobId> jobs) {
        Instant now = watch.time().now();
        if (now != null) {
            jobs.forEach(job -> outbox.offer(new Timer.DeadlinePassed(job), now));
        }
    }

    /** Looks at a piece of the store of live jobs, and of the store of stubs. */
    public void scan(Shelf live, Shelf stubs, int entries) {
        Instant now = watch.time().now();
        if (now != null) {
            live.lookAtNext(entries, (job, glance) -> look(job, glance, now));
            stubs.lookAtNext(entries, (job, glance) -> look(job, glance, now));
            suspects.confirm(outbox, now);
        }
    }

    private void look(JobId job, Glance glance, Instant now) {
        switch (glance.kind()) {
            case RESTING, RUNNING, PARENT -> {}
            case DISPATCHED -> suspects.consider(job, glance, now);
            case WAITING -> {
                if (!now.isBefore(glance.when().plus(OVERDUE))) {
                    outbox.offer(new Timer.DelayElapsed(job, glance.number()), now);
                }
            }
            case FILES -> {
                if (!now.isBefore(glance.when())) {
                    outbox.offer(new Timer.ArtifactDue(job), now);
                }
            }
            case KEPT -> {
                if (!now.isBefore(glance.when())) {
                    outbox.offer(new Timer.RetentionDue(job), now);
                }
            }
        }
    }
}
