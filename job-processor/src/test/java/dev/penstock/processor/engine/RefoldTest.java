package dev.penstock.processor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.decide.fact.Stub;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The stores of any history follow from its events alone, to the last count and index entry. */
class RefoldTest {
    private static final int HISTORIES = 3_000;
    private static final int STEPS = 50;
    private static final long SEED = Long.getLong("penstock.seed", 20261123L);
    private static final String ROUTE = "u-t-" + "1".hashCode();
    private static final List<String> CONFLICTS = List.of("IGNORE", "REPLACE", "REFUSE");

    @Test
    @DisplayName("A11: jobs, stubs and books of random single jobs are a fold of the events")
    void singleJobs() {
        HistoriesTest histories = new HistoriesTest();
        each(random -> histories.live(random));
    }

    @Test
    @DisplayName("A11: jobs, stubs and books of random families are a fold of the events")
    void families() {
        each(FamilyHistoriesTest::live);
    }

    @Test
    @DisplayName("A11: jobs, stubs and books of random unique jobs are a fold of the events")
    void uniqueJobs() {
        each(RefoldTest::unique);
    }

    @Test
    @DisplayName("A11: a partition's own settings are a fold of the events")
    void settings() {
        World world = new World();
        world.settings.clear();
        world.send(new SettingCommand.PauseQueue("queue-of-nobody"));
        world.send(new SettingCommand.PutQueue(new Setting.Queue("mail", false, "", null, 3, 2), false));
        world.send(new SettingCommand.PauseQueue("mail"));
        assertThat(world.settings).hasSize(1);
        assertThat(again(world).settings()).isEqualTo(world.settings);
    }

    private interface History {
        World of(Random random);
    }

    private static void each(History history) {
        int changed = 0;
        for (int i = 0; i < HISTORIES; i++) {
            World world = history.of(new Random(SEED + i));
            StoresInMemory again = again(world);
            String seed = "-Dpenstock.seed=" + (SEED + i);
            assertThat(again.jobs()).as(seed).isEqualTo(world.jobs);
            assertThat(kept(again.stubs(), world.now)).as(seed).isEqualTo(kept(world.stubs, world.now));
            assertThat(again.kin()).as(seed).isEqualTo(world.kin);
            changed += world.jobs.size() + world.stubs.size();
        }
        assertThat(changed).as("jobs compared").isGreaterThan(HISTORIES);
    }

    private static StoresInMemory again(World world) {
        StoresInMemory stores = new StoresInMemory();
        Refold refold = new Refold(stores, World::uniqueRoute);
        world.events().forEach(refold::take);
        refold.end();
        return stores;
    }

    /** What is left of a deleted job goes without an event, some time after its date. */
    private static Map<JobId, Stub> kept(Map<JobId, Stub> stubs, Instant now) {
        Map<JobId, Stub> kept = new HashMap<>(stubs);
        kept.values().removeIf(stub -> stub.deleted() && !now.isBefore(stub.deleteAt()));
        return kept;
    }

    private static World unique(Random random) {
        World world = new World().withType("t", JobPolicy.DEFAULT.with(1, 2, JobPolicy.DEFAULT.backoff(), null));
        for (int step = 0; step < STEPS; step++) {
            world.pass(Duration.ofMillis(random.nextInt(60_000)));
            JobId id = new JobId(ROUTE + "." + random.nextInt(step + 1));
            Job job = world.jobs.get(id);
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> world.submit(new JobId(ROUTE + "." + step), json(random, world.now), "m" + step);
                case 3 -> act(world, step, new Act.Abort(id));
                case 4 -> act(world, step, new Act.Retry(id));
                case 5 -> act(world, step, random.nextBoolean() ? new Act.RunNow(id) : new Act.Delete(id));
                case 6 -> act(world, step, new Act.EraseSubject(id, "s1"));
                default -> {
                    if (job != null && job.run().dispatch() != null) {
                        world.succeed(id, World.lease(world.order(id), "w1"));
                    }
                }
            }
        }
        return world;
    }

    private static void act(World world, int step, Act act) {
        world.handle(Incoming.Door.COMMANDS, CommandMessage.of("m" + step, Actor.user("ana"), act));
    }

    private static String json(Random random, Instant now) {
        String period = random.nextBoolean() ? "" : ",\"period\":" + random.nextInt(300_000);
        String due = random.nextInt(3) > 0 ? "" : ",\"runAt\":\"" + now.plusSeconds(random.nextInt(300)) + "\"";
        return "{\"type\":\"t\",\"payload\":1" + due + ",\"unique\":{\"arguments\":[],\"onConflict\":\""
                + CONFLICTS.get(random.nextInt(CONFLICTS.size())) + "\"" + period + "}}";
    }
}
