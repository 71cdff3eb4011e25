package dev.penstock.processor.engine;

import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.kin.Kin;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stores of a partition in maps.
 *
 * @param jobs live jobs by id
 * @param stubs what is left of ended ones, by id
 * @param kin the book of families
 * @param settings the partition's own settings by key
 */
public record StoresInMemory(
        Map<JobId, Job> jobs, Map<JobId, Stub> stubs, TreeMap<String, Kin> kin, Map<String, Setting> settings) {
    /** Empty ones. */
    public StoresInMemory() {
        this(new HashMap<>(), new HashMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** @param reading before each look */
    Ports.JobStore jobStore(Runnable reading) {
        return new Ports.JobStore() {
            @Override
            public @Nullable Job get(JobId id) {
                reading.run();
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
        };
    }

    Ports.StubStore stubStore() {
        return new Ports.StubStore() {
            @Override
            public @Nullable Stub get(JobId id) {
                return stubs.get(id);
            }

            @Override
            public void put(Stub stub) {
                stubs.put(stub.id(), stub);
            }

            @Override
            public void remove(JobId id) {
                stubs.remove(id);
            }
        };
    }

    Ports.SettingStore settingStore() {
        return new Ports.SettingStore() {
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
                settings.remove(key);
            }
        };
    }
}
