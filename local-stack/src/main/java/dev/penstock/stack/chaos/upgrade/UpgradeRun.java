package dev.penstock.stack.chaos.upgrade;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.command.SettingCommand.PutFormat;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.setting.Setting;
import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.chaos.Aftermath;
import dev.penstock.stack.chaos.fault.Journal;
import dev.penstock.stack.chaos.load.Acknowledged;
import dev.penstock.stack.chaos.load.Limits;
import dev.penstock.stack.chaos.load.Load;
import dev.penstock.stack.chaos.load.Sightings;
import dev.penstock.stack.chaos.site.Member;
import dev.penstock.stack.chaos.site.Site;
import dev.penstock.stack.chaos.site.SitePlan;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A rolling upgrade under load: processors and workers of an older version are replaced one by one while jobs flow and people act on
 * them; then everything comes to rest and is proven as after a fault run. Nothing is broken meanwhile, so no lease may be lost and no
 * attempt may fail but by its own recipe.
 */
public final class UpgradeRun {
    private static final Duration BETWEEN = Duration.ofMillis(1_500);
    /** What two workers of a small machine keep up with while processes start. */
    private static final double PACE = 0.5;

    private static final Duration LOST_AFTER = Duration.ofSeconds(15);

    private final Site site;
    private final UpgradePlan plan;
    private final Consumer<String> say;
    private final Acknowledged acknowledged = new Acknowledged();
    private final List<String> killed = new ArrayList<>();

    private UpgradeRun(Site site, UpgradePlan plan, Consumer<String> say) {
        this.site = site;
        this.plan = plan;
        this.say = say;
    }

    /** Runs it on an empty folder. */
    public static UpgradeResult run(DataFolder data, UpgradePlan plan, Consumer<String> say) throws Exception {
        String shortcoming = plan.older().shortcoming();
        say.accept(shortcoming == null ? "beginning with " + plan.older().name() : shortcoming);
        SitePlan what = new SitePlan(
                data,
                1,
                UpgradePlan.PROCESSORS,
                UpgradePlan.WORKERS,
                LOST_AFTER,
                plan.older().programs());
        try (Site site = Site.start(what, say)) {
            return new UpgradeRun(site, plan, say).run();
        }
    }

    private UpgradeResult run() throws Exception {
        Aftermath aftermath = new Aftermath(site, acknowledged, new Journal(say), say);
        LevelWatch levels = new LevelWatch(
                new FormatLevels(site.kafka()),
                FormatLevels.latest(plan.older().programs()),
                FormatLevels.latest(plan.newer()));
        try (Sightings sightings =
                        new Sightings(site.client(), site.kafka().topics().events());
                JobClient client = JobClient.builder(site.kafka())
                        .source("chaos")
                        .actKey(new KeysFile(site.keys()).read().act(Keys.UI))
                        .build()) {
            Limits.put(client, acknowledged);
            site.startWorkers();
            try (Load load = new Load(client, sightings, acknowledged, plan.seed(), PACE)) {
                load.start();
                Thread.sleep(plan.time());
                roll(levels);
                levels.raise(level -> acknowledged.add(client.act(new PutFormat(new Setting.Format("state", level)))));
                Thread.sleep(plan.time());
            }
            aftermath.settle(sightings);
        }
        Proof proof = aftermath.prove();
        DeployCheck.check(proof);
        levels.conclude(proof.findings());
        killed.forEach(name -> proof.findings()
                .add(Kind.NOT_ENDED, name, "it did not end in its time when it was asked to, and was killed"));
        return new UpgradeResult(plan, proof, aftermath.runs(), levels.sentence(), acknowledged.unknowns());
    }

    /** Processors first: what a new worker reports, an old processor might not know. */
    private void roll(LevelWatch levels) throws InterruptedException {
        for (Member member : site.processors()) {
            replace(member);
            levels.look(member.name() + " was replaced");
        }
        for (Member member : site.workers()) {
            replace(member);
        }
    }

    private void replace(Member member) throws InterruptedException {
        say.accept("replacing " + member.name() + " ...");
        if (!site.replace(member, plan.newer())) {
            killed.add(member.name());
        }
        Thread.sleep(BETWEEN);
    }
}
