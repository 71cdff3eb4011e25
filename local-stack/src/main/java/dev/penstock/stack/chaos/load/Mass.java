package dev.penstock.stack.chaos.load;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Act;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.JobId;
import dev.penstock.api.setting.Setting;
import dev.penstock.stack.chaos.worker.Recipe;
import dev.penstock.stack.chaos.worker.Steps;
import dev.penstock.stack.process.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Thousands of queued jobs that are all given up before the first worker starts: not one of them may run (failure scenario A4). */
public final class Mass {
    private static final String ROUTE = "mass-";
    private static final int HANDS = 8;
    private static final int PROBES = 48;
    private static final Duration A_MOMENT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final JobClient client;
    private final Sightings sightings;
    private final Acknowledged acknowledged;

    public Mass(JobClient client, Sightings sightings, Acknowledged acknowledged) {
        this.client = client;
        this.sightings = sightings;
        this.acknowledged = acknowledged;
    }

    /** Whether it is one of these jobs. */
    public static boolean isOne(JobId job) {
        return isOne(job.value());
    }

    /** Whether it is one of these jobs. */
    public static boolean isOne(String job) {
        return job.startsWith(ROUTE);
    }

    /** Declares the queue, submits them, gives them up; returns when all of that is acknowledged. */
    public void submitAndAbort(int count) throws InterruptedException, ExecutionException {
        acknowledged.add(client.act(new SettingCommand.PutQueue(
                Setting.Queue.named(Steps.MASS, "Jobs of the fault run that are given up before they run."), false)));
        List<JobId> probes = probe();
        List<JobId> jobs = new ArrayList<>(submit("", count));
        Await.until(PATIENCE, () -> jobs.stream().allMatch(sightings::knows));
        jobs.addAll(probes);
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<?>> aborts = jobs.stream()
                    .<Future<?>>map(job -> hands.submit(() -> acknowledged.add(client.act(new Act.Abort(job)))))
                    .toList();
            for (Future<?> abort : aborts) {
                abort.get();
            }
        }
    }

    /** Submits a few in each partition, again and again, until every processor knows the queue. */
    private List<JobId> probe() {
        List<JobId> all = new ArrayList<>();
        boolean known = false;
        for (int round = 1; !known; round++) {
            List<JobId> probes = submit("p" + round + "-", PROBES);
            all.addAll(probes);
            known = Await.until(A_MOMENT, () -> probes.stream().allMatch(sightings::knows));
        }
        return all.stream().filter(sightings::knows).toList();
    }

    private List<JobId> submit(String mark, int count) {
        List<JobId> jobs = IntStream.range(0, count)
                .mapToObj(i -> JobId.of(ROUTE + mark + i, "0"))
                .toList();
        List<NewJob> all = jobs.stream()
                .map(id -> NewJob.of(new Steps.Mass(Recipe.NOTHING)).id(id))
                .toList();
        client.submitAll(all).forEach(handle -> acknowledged.add(handle.command()));
        return jobs;
    }
}
