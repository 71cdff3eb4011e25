package dev.penstock.stack.chaos;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.chaos.fault.Faults;
import dev.penstock.stack.chaos.fault.Journal;
import dev.penstock.stack.chaos.fault.Mischief;
import dev.penstock.stack.chaos.load.Acknowledged;
import dev.penstock.stack.chaos.load.Limits;
import dev.penstock.stack.chaos.load.Load;
import dev.penstock.stack.chaos.load.Mass;
import dev.penstock.stack.chaos.load.Sightings;
import dev.penstock.stack.chaos.site.Site;
import dev.penstock.stack.chaos.site.SitePlan;
import dev.penstock.stack.history.proof.Proof;
import dev.penstock.stack.program.Installation;
import java.util.Random;
import java.util.function.Consumer;

/** The fault run, from the start of the processes to the verdict. */
public final class ChaosRun {
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
        SitePlan what = new SitePlan(
                data, plan.brokers(), plan.processors(), plan.workers(), plan.lostAfter(), Installation.own());
        try (Site site = Site.start(what, say)) {
            return new ChaosRun(site, plan, say).run();
        }
    }

    private ChaosResult run() throws Exception {
        Random dice = new Random(plan.seed());
        Aftermath aftermath = new Aftermath(site, acknowledged, journal, say);
        try (Sightings sightings =
                        new Sightings(site.client(), site.kafka().topics().events());
                JobClient client = JobClient.builder(site.kafka())
                        .source("chaos")
                        .actKey(new KeysFile(site.keys()).read().act(Keys.UI))
                        .build()) {
            Limits.put(client, acknowledged);
            say.accept("giving up " + plan.mass() + " queued jobs before any worker is there ...");
            new Mass(client, sightings, acknowledged).submitAndAbort(plan.mass());
            say.accept("all given up; starting the workers ...");
            site.startWorkers();
            breakThings(dice, client, sightings);
            aftermath.settle(sightings);
        }
        return prove(aftermath);
    }

    private void breakThings(Random dice, JobClient client, Sightings sightings) throws InterruptedException {
        say.accept("asking and breaking for " + plan.time().toSeconds() + " s ...");
        Load load = new Load(client, sightings, acknowledged, dice.nextLong(), 1);
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

    private ChaosResult prove(Aftermath aftermath) throws Exception {
        Proof proof = aftermath.prove();
        RunCheck.givenUp(proof, plan.mass());
        ChaosResult result = new ChaosResult(plan, proof, aftermath.runs(), journal, acknowledged.unknowns());
        if (plan.sample() != null) {
            SampleFile.write(plan.sample(), site.client(), site.kafka().topics(), result);
        }
        return result;
    }
}
