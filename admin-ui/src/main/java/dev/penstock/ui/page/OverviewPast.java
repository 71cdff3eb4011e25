package dev.penstock.ui.page;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.filter.AsOf;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.Window;
import dev.penstock.ui.present.past.Banners;
import dev.penstock.ui.present.past.PastOverviews;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.past.AsOfView;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The first page as of a moment. It stands still. */
@RequestScoped
public class OverviewPast {
    private final Shells shells;
    private final dev.penstock.ui.read.past.PastOverviews overviews;

    @Inject
    public OverviewPast(Shells shells, dev.penstock.ui.read.past.PastOverviews overviews) {
        this.shells = shells;
        this.overviews = overviews;
    }

    /** The page as of a moment, or where it is under an address that stays the same while time goes on; null: as things are. */
    @Nullable
    Response page(@Nullable String at, Window window) {
        if (at == null) {
            return null;
        }
        return switch (AsOf.parse(at, Instant.now())) {
            case AsOf.Now now -> to(window.href());
            case AsOf.Wrong wrong -> throw Trouble.bad("at", wrong.sentence());
            case AsOf.Then then ->
                AsOf.print(then.at()).equals(at)
                        ? Response.ok(page(then.at(), window)).build()
                        : to(Banners.at(window.href(), then.at()));
        };
    }

    private TemplateInstance page(Instant at, Window window) {
        Reader reader = shells.reader();
        AsOfView banner =
                Banners.of(at, reader, moment -> moment == null ? window.href() : Banners.at(window.href(), moment));
        return Pages.overviewpast(PastOverviews.view(
                shells.shell(say("Background Jobs as of {1}", reader.moment(at).full()), Section.OVERVIEW, ""),
                banner,
                overviews.of(at, window.length()),
                window,
                reader));
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
