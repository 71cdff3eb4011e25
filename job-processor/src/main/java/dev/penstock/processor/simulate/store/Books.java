package dev.penstock.processor.simulate.store;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.engine.Ports;
import dev.penstock.processor.kin.FamilyBook;
import dev.penstock.processor.kin.KinInMemory;
import dev.penstock.processor.kin.KinStore;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stores of the engine in memory. All families share them: no decision looks at another family but through gates and shares.
 * Jobs that have completed leave nothing behind: nobody asks for them again.
 */
public final class Books implements Ports.JobStore {
    private final Map<JobId, Job> jobs = new HashMap<>();
    private final KinStore kin = new KinInMemory(new TreeMap<>());

    /** The engine's ports. */
    public Ports ports(Ports.KnownSettings known, Ports.Shares shares) {
        return new Ports(this, new NoStubs(), kin, new NoSettings(), known, new NoSecrets(), shares);
    }

    /** A job that was there before. */
    public void seed(Job job) {
        jobs.put(job.id(), job);
        new FamilyBook(kin, (tenant, spec) -> "").moved(null, job);
    }

    @Override
    public @Nullable Job get(JobId id) {
        return jobs.get(id);
    }

    @Override
    public void put(Job job) {
        jobs.put(job.id(), job);
    }

    @Override
    public void remove(JobId id) {
        jobs.remove(id);
    }

    private static final class NoStubs implements Ports.StubStore {
        @Override
        public @Nullable Stub get(JobId id) {
            return null;
        }

        @Override
        public void put(Stub stub) {}

        @Override
        public void remove(JobId id) {}
    }

    /** No command about a setting is decided here: the record says what they were. */
    private static final class NoSettings implements Ports.SettingStore {
        @Override
        public @Nullable Setting get(String key) {
            return null;
        }

        @Override
        public void put(Setting setting) {}

        @Override
        public void remove(String key) {}
    }

    private static final class NoSecrets implements Ports.Secrets {
        @Override
        public String leaseToken(JobId job, int round, int attempt, long number) {
            return "";
        }

        @Override
        public String uniqueRoute(String tenant, JobSpec spec) {
            return "";
        }

        @Override
        public @Nullable String distrust(CommandMessage message) {
            return null;
        }
    }
}
