package dev.penstock.processor.engine;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.kin.KinStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine needs of the world. The stores belong to one partition and change in one transaction with the outputs.
 *
 * @param jobs live jobs
 * @param stubs what is left of ended ones
 * @param kin who belongs to whom, and who waits for a turn
 * @param settings the settings whose route lies in this partition
 * @param known all settings, as far as they have been read
 * @param secrets tokens and signatures
 * @param shares what a family may have of a queue
 */
public record Ports(
        JobStore jobs,
        StubStore stubs,
        KinStore kin,
        SettingStore settings,
        KnownSettings known,
        Secrets secrets,
        Shares shares) {
    /** Jobs that have not shrunk to a stub. */
    public interface JobStore {
        @Nullable
        Job get(JobId id);

        void put(Job job);

        void remove(JobId id);
    }

    /** Completed and deleted jobs until their Delete After date. */
    public interface StubStore {
        @Nullable
        Stub get(JobId id);

        void put(Stub stub);

        void remove(JobId id);
    }

    /** Settings with one writer: this partition. */
    public interface SettingStore {
        @Nullable
        Setting get(String key);

        void put(Setting setting);

        void remove(String key);
    }

    /** Every setting, followed from {@code jobs.settings}; may lag behind by moments. */
    public interface KnownSettings {
        @Nullable
        Setting find(String key);

        /** Names of the declared queues, sorted. */
        List<String> queues();
    }

    /** What a family may have of a queue while others wait in it. */
    public interface Shares {
        /** While so many of the root's members run, no more are dispatched; null: no bound. */
        @Nullable
        Integer of(String queue, JobId root);
    }

    /** Tokens of leases and signatures of acts (A7). */
    public interface Secrets {
        /** The secret a dispatch carries and its reports return. */
        String leaseToken(JobId job, int round, int attempt, long number);

        /** Lets the worker of a dispatch upload its files; null if there is no key for it. */
        default @Nullable String uploadToken(JobId job, long number) {
            return null;
        }

        /** The route of a unique job: the same for all of a tenant and type that are equal in their unique arguments. */
        String uniqueRoute(String tenant, JobSpec spec);

        /** Why the message may not be believed: token or signature missing or wrong; null if it may. */
        @Nullable
        String distrust(CommandMessage message);
    }
}
