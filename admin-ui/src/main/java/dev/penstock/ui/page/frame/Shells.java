package dev.penstock.ui.page.frame;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.act.Who;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Words;
import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.present.Lags;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.read.CountQueries;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.right.Permissions;
import dev.penstock.ui.view.Shell;
import dev.penstock.ui.view.Shell.NavItem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The frame of a page, for this request. */
@RequestScoped
public class Shells {
    private final Request request;
    private final AssetNames assets;
    private final PenstockConfig config;
    private final CountQueries counts;
    private final FreshnessQueries freshness;
    private final Reader reader;
    private final String token;

    // Made before the page asks the database: what changes after that is news to the page.
    @Inject
    public Shells(
            Request request,
            AssetNames assets,
            PenstockConfig config,
            CountQueries counts,
            FreshnessQueries freshness) {
        this.request = request;
        this.assets = assets;
        this.config = config;
        this.counts = counts;
        this.freshness = freshness;
        this.reader = new Reader(Instant.now(), ZoneId.systemDefault(), request.address(), request.caller());
        this.token = request.changes().token();
    }

    public Reader reader() {
        return reader;
    }

    /** Where this site is reached: "localhost:8080". */
    public String host() {
        return request.host();
    }

    /** The beginning of an act in the reader's name. */
    public Who who() {
        return Who.is(request.caller());
    }

    /** The frame; {@code live} is what the page listens to, empty if it does not. */
    public Shell shell(String title, Section section, String live) {
        return shell(title, section, live, request.address());
    }

    /** The frame of a page that refreshes itself under {@code address}. */
    public Shell shell(String title, Section section, String live, String address) {
        return frame(title, section, live, address, counts.all().failed(), Lags.of(freshness.now(), token, reader));
    }

    /** The frame of a page that belongs to no section. */
    public Shell outside(String title) {
        return frame(
                title, null, "", request.address(), counts.all().failed(), Lags.of(freshness.now(), token, reader));
    }

    /** The frame of a page that says what is wrong: made without the tables, which may be what is away. */
    Shell withoutTables(String title, String live) {
        return frame(title, null, live, request.address(), 0, new Shell.Lag(say("not available"), "red", title, token));
    }

    private Shell frame(
            String title, @Nullable Section section, String live, String address, long failed, Shell.Lag lag) {
        return new Shell(
                title,
                address,
                nav(section, failed),
                lag,
                config.ui().environment().orElse(""),
                assets.assets(),
                Cookies.look(request.cookie(Cookies.LOOK)),
                request.formToken(),
                UUID.randomUUID().toString(),
                Cookies.flash(request.cookie(Cookies.FLASH)),
                live,
                request.wantsFragment(),
                reader.now().toString(),
                reader.zone().getId(),
                String.valueOf(failed),
                me());
    }

    private Shell.Me me() {
        Caller caller = request.caller();
        return new Shell.Me(
                caller.isKnown() ? caller.name() : "",
                caller.role() == null ? say("token") : Words.of(caller.role().word()),
                Permissions.objection(caller, Permission.ACT),
                Permissions.objection(caller, Permission.ADMINISTER),
                config.ui().demoPassword().isPresent());
    }

    private List<NavItem> nav(@Nullable Section here, long failed) {
        return Section.all().stream()
                .filter(section -> request.caller().may(section.needs()))
                .map(section -> new NavItem(
                        section.text(),
                        section.href(),
                        section.icon(),
                        section.key(),
                        section == here,
                        section == Section.FAILED && failed > 0 ? Counts.upTo(failed, 1_000_000) : ""))
                .toList();
    }
}
