package dev.penstock.stack.chaos;

import dev.penstock.stack.chaos.fault.Journal;
import dev.penstock.stack.chaos.load.Acknowledged;
import dev.penstock.stack.chaos.load.Sightings;
import dev.penstock.stack.chaos.site.Member;
import dev.penstock.stack.chaos.site.Site;
import dev.penstock.stack.chaos.worker.Runs;
import dev.penstock.stack.history.Beats;
import dev.penstock.stack.history.proof.Pages;
import dev.penstock.stack.history.proof.Proof;
import dev.penstock.stack.process.Await;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What follows when nobody asks for anything more: all comes to rest and is stopped, and the log is read and proven.
 *
 * @param journal what was done to the site
 */
public record Aftermath(Site site, Acknowledged acknowledged, Journal journal, Consumer<String> say) {
    /** Until every job is at an end, on however slow a machine. */
    private static final Duration SETTLING = Duration.ofMinutes(15);
    /** Nothing moves any more: lost dispatches are looked for within two minutes. */
    private static final Duration STILL = Duration.ofMinutes(3);

    private static final Duration QUIET = Duration.ofSeconds(5);

    /** Waits until every job is at an end or nothing moves, and stops who moves jobs. */
    public void settle(Sightings sightings) {
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

    /** Reads everything and says what is wrong. */
    public Proof prove() throws InterruptedException, SQLException {
        Readers.awaitProjector(site);
        say.accept("reading the log ...");
        Pages pages = Pages.read(site.client(), site.kafka().topics());
        Proof proof = Proof.of(pages).holds(acknowledged.ids()).hasNoStuckJob().agreesWithStateTopic();
        proof.agreesWith(Readers.table(site));
        RunCheck.check(proof, runs());
        Beats beats = Beats.read(site.client(), site.kafka().topics().workers());
        long byThemselves = LossCheck.check(proof, beats, journal.entries());
        if (byThemselves > 0) {
            say.accept(byThemselves + " leases were lost by workers that nobody had harmed: the machine is busy");
        }
        return proof;
    }

    /** What handlers really ran. */
    public Runs runs() {
        return Runs.read(site.books());
    }
}
