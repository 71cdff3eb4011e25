package dev.penstock.processor.store;

import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.decide.setting.Levels;
import dev.penstock.processor.due.Glance;
import dev.penstock.processor.due.PartitionTimers;
import dev.penstock.processor.due.Shelf;
import dev.penstock.processor.engine.Ports;
import dev.penstock.processor.kin.Kin;
import dev.penstock.processor.kin.KinStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The stores of a partition, as the engine's ports: one draft, saved or dropped as a whole. */
public final class PartitionState {
    public static final String JOBS = "jobs";
    public static final String STUBS = "stubs";
    public static final String SETTINGS = "settings";
    public static final String KIN = "kin";

    /** Begins the keys of the marks of submissions that were decided before their turn; the offset follows. */
    public static final String EARLY = "s/";

    private static final int JOB_WEIGHT = 1_500;

    private final DraftStore<Job> jobs;
    private final DraftStore<Stub> stubs;
    private final DraftStore<Setting> settings;
    private final KinIndex kin;
    private final StoreScan liveScan;
    private final StoreScan stubScan;

    /**
     * @param cacheBytes decoded jobs to keep
     * @param known says what level may be written (B14)
     */
    public PartitionState(ProcessorContext<?, ?> context, long cacheBytes, Ports.KnownSettings known) {
        IntSupplier level = () -> Levels.allowed(known.find(Levels.KEY));
        KeyValueStore<Bytes, byte[]> live = context.getStateStore(JOBS);
        KeyValueStore<Bytes, byte[]> ended = context.getStateStore(STUBS);
        jobs = new DraftStore<>(live, StateForm.JOB, new RecentlyUsed<>(cacheBytes, PartitionState::weight), level);
        stubs = new DraftStore<>(ended, StateForm.STUB, RecentlyUsed.none(), level);
        settings = new DraftStore<>(context.getStateStore(SETTINGS), StateForm.SETTING, RecentlyUsed.none(), level);
        kin = new KinIndex(context.getStateStore(KIN), level);
        liveScan = new StoreScan(live);
        stubScan = new StoreScan(ended);
    }

    /** The stores as the engine sees them. */
    public Ports ports(Ports.KnownSettings known, Ports.Secrets secrets, Ports.Shares shares) {
        return new Ports(new Jobs(), new EndedJobs(), kin, new OwnSettings(), known, secrets, shares);
    }

    /** The live job; null if there is none. */
    public @Nullable Job job(JobId id) {
        return jobs.get(id.value());
    }

    /** Live jobs, to look through. */
    public Shelf live() {
        return liveScan;
    }

    /** Unstarted jobs whose deadline has passed, the most overdue first. */
    public List<JobId> overdue(Instant now, int most) {
        if (kin.first("d/") == null) {
            return List.of(); // known without a look at the store
        }
        String end = String.format(Locale.ROOT, "d/%014d", now.toEpochMilli());
        return kin.after("d/", "", most).stream()
                .filter(entry -> entry.key().compareTo(end) < 0)
                .map(entry -> entry.kin().member())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Frees unique keys whose period is over. No command is about them, so nobody else does. */
    public void freeKeys(Instant now, int most, PartitionTimers timers) {
        if (kin.first("e/") == null) {
            return;
        }
        String end = String.format(Locale.ROOT, "e/%014d", now.toEpochMilli());
        for (KinStore.Entry entry : kin.after("e/", "", most)) {
            if (entry.key().compareTo(end) >= 0) {
                break;
            }
            String key = entry.key().substring(end.length() + 1);
            Kin held = kin.get(key);
            kin.put(entry.key(), null);
            if (held != null && held.until() != null && !now.isBefore(held.until())) {
                kin.put(key, null);
            }
        }
        kin.apply(timers::changed);
    }

    /** Offsets of the submissions that were decided before their turn, which is still to come. */
    public List<Long> early() {
        return kin.after(EARLY, "", Integer.MAX_VALUE).stream()
                .map(entry -> Long.valueOf(entry.key().substring(EARLY.length())))
                .toList();
    }

    /** A submission is decided before its turn; there may be no drafts. */
    public void rememberEarly(long offset, PartitionTimers timers) {
        kin.put(EARLY + offset, Kin.MARK);
        kin.apply(timers::changed);
    }

    /** Its turn has come. */
    public void forgetEarly(long offset, PartitionTimers timers) {
        kin.put(EARLY + offset, null);
        kin.apply(timers::changed);
    }

    /** What is left of ended ones, to look through. */
    public Shelf stubs() {
        return stubScan;
    }

    /** Finds the leases in force after the partition has come here. */
    public void load(PartitionTimers timers) {
        liveScan.lookAtAll((id, glance) -> {
            boolean watched = glance.kind() == Glance.Kind.RUNNING || glance.kind() == Glance.Kind.PARENT;
            Job job = watched ? jobs.get(id.value()) : null;
            if (job != null) {
                timers.changed(job);
            }
        });
        settings.forEach(timers::changed);
        kin.after("c/", "", Integer.MAX_VALUE).forEach(entry -> timers.changed(entry.key(), entry.kin()));
    }

    /** Makes sure that everything drafted can be kept; throws if not. */
    public void prepare() {
        throwIfBroken();
        jobs.prepare();
        stubs.prepare();
        settings.prepare();
    }

    /** Makes the drafts the state. */
    public void apply(PartitionTimers timers) {
        jobs.apply((id, job) -> {
            if (job == null) {
                timers.gone(new JobId(id));
            } else {
                timers.changed(job);
            }
        });
        stubs.apply((id, stub) -> {});
        settings.apply(timers::changed);
        kin.apply(timers::changed);
    }

    /** Forgets the drafts. */
    public void discard() {
        jobs.discard();
        stubs.discard();
        settings.discard();
        kin.discard();
    }

    private void throwIfBroken() {
        jobs.throwIfBroken();
        stubs.throwIfBroken();
        settings.throwIfBroken();
        kin.throwIfBroken();
    }

    private static int weight(Job job) {
        return JOB_WEIGHT
                + job.spec().payload().text().length()
                + (job.checkpoint() == null ? 0 : job.checkpoint().text().length())
                + (job.result() == null ? 0 : job.result().text().length())
                + job.errors().stream().mapToInt(e -> e.stack().length()).sum();
    }

    private final class Jobs implements Ports.JobStore {
        @Override
        public @Nullable Job get(JobId id) {
            return jobs.get(id.value());
        }

        @Override
        public void put(Job job) {
            jobs.put(job.id().value(), job);
        }

        @Override
        public void remove(JobId id) {
            jobs.put(id.value(), null);
        }
    }

    private final class EndedJobs implements Ports.StubStore {
        @Override
        public @Nullable Stub get(JobId id) {
            return stubs.get(id.value());
        }

        @Override
        public void put(Stub stub) {
            stubs.put(stub.id().value(), stub);
        }

        @Override
        public void remove(JobId id) {
            stubs.put(id.value(), null);
        }
    }

    private final class OwnSettings implements Ports.SettingStore {
        @Override
        public @Nullable Setting get(String key) {
            return settings.get(key);
        }

        @Override
        public void put(Setting setting) {
            settings.put(setting.key(), setting);
        }

        @Override
        public void remove(String key) {
            settings.put(key, null);
        }
    }
}
