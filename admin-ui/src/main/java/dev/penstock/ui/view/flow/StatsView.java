package dev.penstock.ui.view.flow;

import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.Shell;
import java.util.List;

/**
 * Statistics over time (S1.30 to S1.34, S2.26 to S2.30, S3.26).
 *
 * @param shell the frame
 * @param windows how far back
 * @param window the one chosen, as addresses name it
 * @param queues to choose from
 * @param types to choose from
 * @param queue only this one; empty: all
 * @param type only this one; empty: all
 * @param span "the last hour, in steps of a minute"
 * @param back where the charts begin: "1 h"
 * @param api the same numbers as JSON
 * @param figures one for each question
 * @param compared whether an earlier time stands beside it
 * @param csv the same numbers as CSV
 * @param tables what is no chart
 * @param one a worker or a user, of whom there are charts too
 */
public record StatsView(
        Shell shell,
        List<Choice> windows,
        String window,
        List<String> queues,
        List<String> types,
        String queue,
        String type,
        String span,
        String back,
        String api,
        List<Figure> figures,
        List<Choice> compared,
        String csv,
        List<Table> tables,
        One one) {

    /**
     * A worker or a user.
     *
     * @param options to choose from
     * @param chosen value of the one that is shown; empty: none
     * @param parts its charts
     */
    public record One(List<Option> options, String chosen, List<Part> parts) {}

    /** {@code worker:mail-1}, and how it is called. */
    public record Option(String value, String text) {}

    /** A chart, and how far back it begins: "1 h". */
    public record Part(Figure figure, String back) {}

    /** A table of texts; the first cell of a row names it. */
    public record Table(String id, String title, String note, List<String> head, List<List<String>> rows) {}
}
