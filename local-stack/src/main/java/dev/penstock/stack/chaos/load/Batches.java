package dev.penstock.stack.chaos.load;

import dev.penstock.api.client.Batch;
import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.client.NotAcknowledged;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.stack.chaos.worker.Recipe;
import dev.penstock.stack.chaos.worker.Steps;
import java.util.Random;

/** Submits batches. One of which Kafka did not take all is submitted again, under the same ids: nothing may be made twice. */
final class Batches {
    private static final int TRIES = 5;
    private static final int MOST = 12;

    private final JobClient client;
    private final Acknowledged acknowledged;
    private final Random dice;
    private int count;

    Batches(JobClient client, Acknowledged acknowledged, Random dice) {
        this.client = client;
        this.acknowledged = acknowledged;
        this.dice = dice;
    }

    void one() {
        String name = "chaos-batch-" + ++count;
        Recipe each = new Recipe(dice.nextInt(300), 1, dice.nextInt(3) == 0 ? 1 : 0, false, true, null, null);
        int jobs = 1 + dice.nextInt(MOST);
        boolean calls = dice.nextBoolean();
        // Now and then somebody submits the same batch twice.
        int times = dice.nextInt(5) == 0 ? 2 : 1;
        for (int tries = 0; times > 0 && tries < TRIES; tries++) {
            times -= submit(name, jobs, each, calls) ? 1 : 0;
        }
    }

    private boolean submit(String name, int jobs, Recipe each, boolean calls) {
        NewJob last = calls ? NewJob.of(new Steps.Step(Recipe.of(20))) : NewJob.of(JobSpec.BATCH, Json.EMPTY);
        Batch batch = client.batch(name, last.id(JobId.of(name, "0")));
        for (int i = 0; i < jobs; i++) {
            batch.add(NewJob.of(new Steps.Step(each)));
        }
        try {
            Batch.Submitted submitted = batch.submit();
            acknowledged.add(submitted.batch().command());
            submitted.jobs().stream().map(JobHandle::command).forEach(acknowledged::add);
            return true;
        } catch (NotAcknowledged e) {
            acknowledged.unknown();
            return false;
        }
    }
}
