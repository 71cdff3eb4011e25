package dev.penstock.stack.chaos;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.chaos.fault.Faults;
import dev.penstock.stack.chaos.fault.Journal;
import dev.penstock.stack.chaos.fault.Mischief;
import dev.penstock.stack.chaos.load.Acknowledged;
import dev.penstock.stack.chaos.load.Load;
import dev.penstock.stack.chaos.load.Mass;
import dev.penstock.stack.chaos.load.Sightings;
import dev.penstock.stack.chaos.site.Member;
import dev.penstock.stack.chaos.site.Site;
import dev.penstock.stack.chaos.site.SitePlan;
import dev.penstock.stack.chaos.worker.Runs;
import dev.penstock.stack.history.proof.Pages;
import dev.penstock.stack.history.proof.Proof;
import dev.penstock.stack.process.Await;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;

/** The fault run, from the start of the processes to the verdict. */
public final class ChaosRun {
    /** Until every job is at an end, on however slow a machine. */
    private static final Duration SETTLING = Duration.ofMinutes(15);
    /** Nothing moves any more: lost dispatches are looked for within two minutes. */
    private static final Duration STILL = Duration.ofMinutes(3);

    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Site site;
    private final ChaosPlan plan;
    private final Consumer<String> say;
    private final Acknowledged acknowledged = new Acknowledged();
    private final Journal journal;

    private ChaosRun(Site site, ChaosPlan plan, Consumer<String> say) {
        this.site = site;
        this.plan = plan;
        this.say = say;
        this.journal = new Journal(say);
    }

    /** Runs it on an empty folder. */
    public static ChaosResult run(DataFolder data, ChaosPlan plan, Consumer<String> say) throws Exception {
        SitePlan what = new SitePlan(data, plan.brokers(), plan.processors(), plan.workers(), plan.lostAfter());
        try (Site site = Site.start(what, say)) {
            return new ChaosRun(site, plan, say).run();
        }
    }

    private ChaosResult run() throws Exception {
        Random dice = new Random(plan.seed());
        try (Sightings sightings =
                        new Sightings(site.client(), site.kafka().topics().events());
                JobClient client = JobClient.builder(site.kafka())
                        .source("chaos")
                        .actKey(new KeysFile(site.keys()).read().act(Keys.UI))
                        .build()) {
            say.accept("giving up " + plan.mass() + " queued jobs before any worker is there ...");
            new Mass(client, sightings, acknowledged).submitAndAbort(plan.mass());
            say.accept("all given up; starting the workers ...");
            site.startWorkers();
            breakThings(dice, client, sightings);
            settle(sightings);
        }
        return prove();
    }

    private void breakThings(Random dice, JobClient client, Sightings sightings) throws InterruptedException {
        say.accept("asking and breaking for " + plan.time().toSeconds() + " s ...");
        Load load = new Load(client, sightings, acknowledged, dice.nextLong());
        Mischief mischief = new Mischief(site.kafka(), sightings, acknowledged, journal, new Random(dice.nextLong()));
        Faults faults = new Faults(site, journal, dice, plan.pause(), say);
        // The faults are closed first: what waits for a broker can only end when there is one.
        try (load;
                mischief;
                faults) {
            load.start();
            mischief.start();
            if (plan.breaking()) {
                faults.start();
            }
            Thread.sleep(plan.time());
            load.stop();
            mischief.stop();
            say.accept("no more of it; mending ...");
        }
    }

    private void settle(Sightings sightings) {
        say.accept("waiting for " + sightings.open() + " open jobs: " + sightings.census());
        Await.until(
                SETTLING,
                Duration.ofMillis(500),
                () -> sightings.quietFor().compareTo(STILL) > 0
                        || (sightings.open() == 0 && sightings.quietFor().compareTo(QUIET) > 0));
        say.accept("at rest: " + sightings.census());
        site.workers().forEach(Member::stop);
        site.processors().forEach(Member::stop);
    }

    private ChaosResult prove() throws Exception {
        Readers.awaitProjector(site);
        say.accept("reading the log ...");
        Pages pages = Pages.read(site.client(), site.kafka().topics());
        Proof proof = Proof.of(pages).holds(acknowledged.ids()).hasNoStuckJob().agreesWithStateTopic();
        proof.agreesWith(Readers.table(site));
        Runs runs = Runs.read(site.books());
        RunCheck.check(proof, runs, plan.mass());
        LossCheck.check(proof, journal.entries());
        return new ChaosResult(plan, proof, runs, journal, acknowledged.unknowns());
    }
}
