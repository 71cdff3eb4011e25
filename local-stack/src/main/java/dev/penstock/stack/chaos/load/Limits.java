package dev.penstock.stack.chaos.load;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.command.SettingCommand.PutLimit;
import dev.penstock.api.command.SettingCommand.PutQueue;
import dev.penstock.api.setting.Setting;
import dev.penstock.stack.chaos.worker.Steps;
import java.time.Duration;

/** The limits of the fault run. They stand before the first job that must pass them, and are never changed. */
public final class Limits {
    /** Limit of which each key has a bound of its own. */
    static final String KEYED = "chaos-keyed";
    /** Limit of how many begin within a second. */
    static final String RATED = "chaos-rated";

    private static final int NARROW = 3;
    private static final int AT_A_TIME = 2;
    private static final int A_SECOND = 3;

    private Limits() {}

    /** Puts them. */
    public static void put(JobClient client, Acknowledged acknowledged) {
        Setting.Queue narrow =
                new Setting.Queue(Steps.NARROW, false, "Few at a time.", NARROW, Setting.Queue.DEFAULT_WINDOW, null);
        acknowledged.add(client.act(new PutQueue(narrow, false)));
        acknowledged.add(client.act(new PutLimit(new Setting.Limit(KEYED, AT_A_TIME, null, null))));
        acknowledged.add(client.act(new PutLimit(new Setting.Limit(RATED, null, A_SECOND, Duration.ofSeconds(1)))));
    }
}
