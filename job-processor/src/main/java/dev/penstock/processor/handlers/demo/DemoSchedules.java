package dev.penstock.processor.handlers.demo;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.link.SettingsView;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.setting.Setting.Schedule.CatchUp;
import dev.penstock.api.setting.Setting.Schedule.Overlap;
import dev.penstock.api.topic.Kafka;
import dev.penstock.processor.handlers.marketplace.SyncMarketplace;
import dev.penstock.processor.handlers.search.RebuildIndex;
import java.time.Instant;
import java.util.List;

/** The demo's recurring jobs. They are brought once: what an administrator has made of them since stays. */
public final class DemoSchedules {
    /** Pulls the marketplace, as often as a demo can bear. */
    public static final String MARKETPLACE = "marketplace-main";

    /** Builds the search index while nobody searches. */
    public static final String INDEX = "index-nightly";

    private DemoSchedules() {}

    static List<Setting.Schedule> all() {
        return List.of(
                schedule(MARKETPLACE, "*/2 * * * *", NewJob.of(new SyncMarketplace("main"))),
                schedule(INDEX, "0 3 * * *", NewJob.of(new RebuildIndex("as every night"))));
    }

    private static Setting.Schedule schedule(String name, String cron, NewJob job) {
        return new Setting.Schedule(
                name,
                cron,
                "UTC",
                false,
                Overlap.SKIP,
                CatchUp.LATEST,
                null,
                job.bySystem().tags("recurring").spec(Instant.EPOCH));
    }

    /**
     * Declares those that are not there; the client needs a key that may do that. One whose queue no worker has declared yet is
     * refused, and declared at the next start.
     */
    public static void declare(Kafka kafka, JobClient client) {
        try (SettingsView settings = new SettingsView(kafka)) {
            for (Setting.Schedule schedule : all()) {
                if (settings.schedule(schedule.name()) == null) {
                    var unused = client.act(new SettingCommand.PutSchedule(schedule));
                }
            }
        }
    }
}
