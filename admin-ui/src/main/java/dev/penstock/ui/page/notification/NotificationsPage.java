package dev.penstock.ui.page.notification;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.notification.AlertRule;
import dev.penstock.ui.notification.Measure;
import dev.penstock.ui.notification.Notices;
import dev.penstock.ui.notification.NotificationSettings;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.Shell.Flash;
import dev.penstock.ui.view.notification.NoticesView;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What administrators were told (S3.14), who is told by which way, and when a rule fires. */
@Path("/notifications")
@Produces(MediaType.TEXT_HTML)
public class NotificationsPage {
    private static final int LATEST = 50;
    private static final Duration SNOOZE = Duration.ofHours(1);
    private static final String HERE = "/notifications";

    private final Shells shells;
    private final Notices notices;

    @Inject
    public NotificationsPage(Shells shells, Notices notices) {
        this.shells = shells;
        this.notices = notices;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance all() {
        Reader reader = shells.reader();
        NotificationSettings settings = notices.settings();
        return Pages.notifications(new NoticesView(
                shells.shell(say("Notifications"), Section.NOTIFICATIONS, "jobs"),
                notices.forAdministrators(LATEST).stream()
                        .map(notice -> new NoticesView.Notice(
                                reader.moment(notice.at()), notice.subject(), notice.text(), notice.href()))
                        .toList(),
                settings.mailTo(),
                settings.webhook(),
                settings.userDomain(),
                String.valueOf(settings.digestSeconds()),
                String.valueOf(settings.threshold()),
                notices.rules().stream().map(rule -> rule(rule, reader)).toList(),
                Arrays.stream(Measure.values())
                        .map(measure -> new NoticesView.Choice(measure.name(), measure.title() + ": " + measure.unit()))
                        .toList()));
    }

    /** What the reader was told of the end of their own jobs (S4.2, S4.4). */
    @GET
    @Path("mine")
    @Operation(hidden = true)
    public TemplateInstance mine() {
        Reader reader = shells.reader();
        return Pages.myNotices(new NoticesView.Mine(
                shells.shell(say("Messages · My jobs"), Section.MINE, ""),
                notices.forUser(shells.who().actor().name(), LATEST).stream()
                        .map(notice -> new NoticesView.Notice(
                                reader.moment(notice.at()), notice.subject(), notice.text(), notice.href()))
                        .toList()));
    }

    private static NoticesView.Rule rule(AlertRule rule, Reader reader) {
        boolean snoozed = rule.snoozedUntil() != null && rule.snoozedUntil().isAfter(reader.now());
        String state = rule.firedAt() != null
                ? say("Fires")
                : rule.overSince() != null ? say("Over, not long enough") : say("Quiet");
        String to = rule.mailTo().isEmpty() ? "" : say(", told to {1}", rule.mailTo());
        return new NoticesView.Rule(
                String.valueOf(rule.id()),
                rule.title(),
                say(
                        "at least {1} {2} for {3} s{4}",
                        number(rule.threshold()), rule.measure().unit(), rule.holdSeconds(), to),
                rule.value() == null ? "" : number(rule.value()),
                snoozed ? say("{1}, snoozed", state) : state,
                rule.firedAt() != null ? "red" : rule.overSince() != null ? "amber" : "green",
                snoozed);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : "%.1f".formatted(value);
    }

    /** Who is told, as it was filled in. */
    public static class Chosen {
        @FormParam("mailTo")
        @DefaultValue("")
        String mailTo = "";

        @FormParam("webhook")
        @DefaultValue("")
        String webhook = "";

        @FormParam("userDomain")
        @DefaultValue("")
        String userDomain = "";

        @FormParam("digest")
        @DefaultValue("60")
        int digest;

        @FormParam("threshold")
        @DefaultValue("1")
        int threshold;
    }

    @POST
    @Path("settings")
    @Operation(hidden = true)
    public Response choose(@BeanParam Chosen chosen) {
        if (chosen.digest < 1 || chosen.digest > 86_400 || chosen.threshold < 1 || chosen.threshold > 100_000) {
            throw Trouble.bad(
                    "digest", say("A digest is 1 to 86400 seconds long, and its threshold 1 to 100000 failures."));
        }
        notices.choose(
                new NotificationSettings(
                        chosen.mailTo.strip(),
                        chosen.webhook.strip(),
                        chosen.userDomain.strip(),
                        chosen.digest,
                        chosen.threshold,
                        Instant.EPOCH),
                shells.who().caller());
        return Back.with(new Flash("green", say("It is so from now on."), null), HERE);
    }

    /** A rule, as it was filled in. */
    public static class Wanted {
        @FormParam("measure")
        @DefaultValue("")
        String measure = "";

        @FormParam("queue")
        @DefaultValue("")
        String queue = "";

        @FormParam("threshold")
        @DefaultValue("1")
        double threshold;

        @FormParam("hold")
        @DefaultValue("60")
        int hold;

        @FormParam("mailTo")
        @DefaultValue("")
        String mailTo = "";
    }

    @POST
    @Path("rules")
    @Operation(hidden = true)
    public Response add(@BeanParam Wanted wanted) {
        Measure measure = Arrays.stream(Measure.values())
                .filter(one -> one.name().equals(wanted.measure))
                .findFirst()
                .orElseThrow(() -> Trouble.bad("measure", "There is no measure \"" + wanted.measure + "\"."));
        if (wanted.hold < 0 || wanted.hold > 86_400) {
            throw Trouble.bad("hold", say("A rule holds 0 to 86400 seconds, not {1}.", wanted.hold));
        }
        notices.add(
                measure,
                wanted.queue.isBlank() ? null : wanted.queue.strip(),
                wanted.threshold,
                wanted.hold,
                wanted.mailTo.strip(),
                shells.who().caller());
        return Back.with(new Flash("green", say("The rule is looked at from now on."), null), HERE);
    }

    @POST
    @Path("rules/{id:\\d{1,18}}/{what: snooze|wake|delete}")
    @Operation(hidden = true)
    public Response change(@PathParam("id") long id, @PathParam("what") String what) {
        Caller by = shells.who().caller();
        switch (what) {
            case "snooze" -> notices.snooze(id, Instant.now().plus(SNOOZE), by);
            case "wake" -> notices.snooze(id, null, by);
            default -> notices.remove(id, by);
        }
        String told = what.equals("snooze") ? say("Nobody is told by it for an hour.") : say("Done.");
        return Back.with(new Flash("green", told, null), HERE + "#rules");
    }
}
