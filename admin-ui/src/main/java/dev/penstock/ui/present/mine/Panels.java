package dev.penstock.ui.present.mine;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Origin;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.fact.mine.Mine;
import dev.penstock.ui.fact.mine.Show;
import dev.penstock.ui.present.Acts;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.ActButton;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.Shell;
import dev.penstock.ui.view.mine.MineView;
import dev.penstock.ui.view.mine.MineView.Choice;
import dev.penstock.ui.view.mine.MineView.Entry;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The panel of one user, in the words of its users. */
public final class Panels {
    private Panels() {}

    /** What is shown of whose jobs; {@code user} is empty for one's own. */
    public record Chosen(String user, Origin origin, Show show) {
        String address(Origin another, Show shown) {
            String address = "/mine?origin=" + (another == Origin.SYSTEM ? "system" : "user") + "&show=" + shown.word();
            return user.isEmpty() ? address : address + "&user=" + Links.encoded(user);
        }

        /** This page. */
        public String address() {
            return address(origin, show);
        }
    }

    public static MineView view(Shell shell, Mine mine, Chosen chosen, Reader reader) {
        return new MineView(
                shell,
                chosen.user().isEmpty() ? say("My jobs") : say("Jobs of {1}", chosen.user()),
                List.of(
                        new Choice(
                                say("User generated"),
                                chosen.address(Origin.USER, chosen.show()),
                                chosen.origin() == Origin.USER),
                        new Choice(
                                say("System generated"),
                                chosen.address(Origin.SYSTEM, chosen.show()),
                                chosen.origin() == Origin.SYSTEM)),
                Arrays.stream(Show.values())
                        .map(show ->
                                new Choice(show.title(), chosen.address(chosen.origin(), show), show == chosen.show()))
                        .toList(),
                mine.entries().stream().map(entry -> entry(entry, reader)).toList(),
                page(chosen, "before", mine.newer()),
                page(chosen, "after", mine.older()));
    }

    private static String page(Chosen chosen, String way, @Nullable Cursor cursor) {
        return cursor == null ? "" : chosen.address() + "&" + way + "=" + cursor;
    }

    private static Entry entry(Mine.Entry entry, Reader reader) {
        JobFact job = entry.job();
        ActButton stop = button(job, Deed.STOP, reader);
        return new Entry(
                JobRows.row(job, reader, List.of()),
                entry.links().stream()
                        .filter(Panels::isAddress)
                        .map(link -> new Link(link.title(), link.href()))
                        .toList(),
                entry.files().stream()
                        .map(file -> new Link(
                                entry.files().size() == 1
                                        ? Counts.bytes(file.size())
                                        : file.name() + ", " + Counts.bytes(file.size()),
                                "/mine/" + job.id() + "/files/"
                                        + Links.encoded(file.name()).replace("+", "%20")))
                        .toList(),
                reader.orNull(entry.keptUntil()),
                stop.allowed() ? stop : null,
                button(job, Deed.DELETE, reader));
    }

    /** What whoever submitted the job wrote is not trusted to be an address: a link of another kind could run a script. */
    private static boolean isAddress(JobSpec.Link link) {
        String href = link.href();
        boolean here = href.startsWith("/") && !href.startsWith("//") && href.indexOf('\\') < 0;
        return here || href.startsWith("https://") || href.startsWith("http://");
    }

    /** The same rules as on the job's page; the question is asked in the panel, which its user may see. */
    public static ActButton button(JobFact job, Deed deed, Reader reader) {
        ActButton button = Acts.button(job, deed, reader);
        String word = deed == Deed.STOP ? say("Stop process") : button.word();
        return new ActButton(
                button.key(),
                word,
                word + " " + job.type() + " " + JobRows.shortId(job.id()),
                address(job.id(), deed) + "?back=" + Links.encoded(reader.back()),
                button.version(),
                true,
                button.whyNot());
    }

    /** Where the question before an act stands, and where its answer is sent. */
    public static String address(JobId job, Deed deed) {
        return "/mine/" + job + "/" + deed.word();
    }
}
