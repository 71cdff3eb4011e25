package dev.penstock.ui.notification;

import dev.penstock.api.mask.Masking;
import dev.penstock.ui.act.CommandDoor;
import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.rhythm.Rhythm;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Looks for news and at the rules again and again. */
@ApplicationScoped
public class NotificationTimer {
    private static final Logger LOG = Logger.getLogger(NotificationTimer.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final NewsDesk desk;
    private final Alerts alerts;
    private final Sender sender;
    private final Notices notices;
    private final PenstockConfig.Pages config;
    private boolean suggested;
    private final Rhythm rhythm = new Rhythm("notifications");

    @Inject
    public NotificationTimer(
            OwnDatabase own, CommandDoor door, Notices notices, PenstockConfig config, Masking masking) {
        this.notices = notices;
        this.config = config.ui();
        this.desk = new NewsDesk(own, masking);
        this.alerts = new Alerts(own);
        this.sender = new Sender(own, door);
    }

    void start(@Observes StartupEvent event) {
        rhythm.every(EVERY, this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        rhythm.close();
    }

    private void look() {
        suggest();
        int ended = desk.look();
        int fired = alerts.look(Instant.now()).size();
        int sent = sender.send();
        LOG.debugf("%d jobs had ended, %d rules fired or cleared, %d notifications were submitted", ended, fired, sent);
    }

    /** Once, as soon as the database answers. */
    private void suggest() {
        if (!suggested) {
            notices.suggest(
                    config.notifyMail().orElse(""),
                    config.notifyWebhook().orElse(""),
                    config.userDomain().orElse(""));
            suggested = true;
        }
    }
}
