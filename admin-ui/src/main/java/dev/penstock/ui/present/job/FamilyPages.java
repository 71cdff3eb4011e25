package dev.penstock.ui.present.job;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.job.FamilyTrees.Kin;
import dev.penstock.ui.tree.Branch;
import dev.penstock.ui.tree.TreeLayout;
import dev.penstock.ui.view.job.FamilyView.Bar;
import dev.penstock.ui.view.job.FamilyView.Box;
import dev.penstock.ui.view.job.FamilyView.Graph;
import dev.penstock.ui.view.job.FamilyView.Node;
import dev.penstock.ui.view.job.FamilyView.Twig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A family as a tree of lists, as a graph, and as a timeline (S3.24, S2.13). */
public final class FamilyPages {
    private static final int COLUMN = 232;
    private static final int ROW = 52;
    private static final int BOX = 184;
    private static final int HALF = 18;
    private static final int MARGIN = 8;
    private static final int WHOLE = 1_000;

    private final List<JobFact> family;
    private final JobFact job;
    private final Reader reader;

    private FamilyPages(List<JobFact> family, JobFact job, Reader reader) {
        this.family = family;
        this.job = job;
        this.reader = reader;
    }

    /** The family as {@code job} and {@code reader} see it. */
    public static FamilyPages of(List<JobFact> family, JobFact job, Reader reader) {
        return new FamilyPages(family, job, reader);
    }

    private Branch<Kin> branches() {
        return FamilyTrees.of(family, job.root(), job.id());
    }

    /** All nodes, each saying which lists end after it. */
    public List<Twig> tree() {
        List<Twig> twigs = new ArrayList<>();
        grow(branches(), twigs);
        return twigs;
    }

    private void grow(Branch<Kin> branch, List<Twig> twigs) {
        twigs.add(new Twig(node(branch.node()), !branch.isLeaf(), List.of()));
        branch.children().forEach(child -> grow(child, twigs));
        if (!branch.isLeaf()) {
            Twig last = twigs.getLast();
            List<Integer> ends = new ArrayList<>(last.ends());
            ends.add(ends.size());
            twigs.set(twigs.size() - 1, new Twig(last.node(), last.parent(), ends));
        }
    }

    public Graph graph() {
        TreeLayout<Kin> layout = TreeLayout.of(branches());
        List<Box> boxes = layout.places().stream()
                .map(place -> new Box(MARGIN + place.column() * COLUMN, y(place.row()), node(place.node())))
                .toList();
        List<String> lines = layout.edges().stream()
                .map(edge -> {
                    int from = MARGIN + edge.fromColumn() * COLUMN + BOX;
                    int to = MARGIN + (edge.fromColumn() + 1) * COLUMN;
                    int middle = (from + to) / 2;
                    int up = y(edge.fromRow()) + HALF;
                    int down = y(edge.toRow()) + HALF;
                    return "M%d %dC%d %d %d %d %d %d".formatted(from, up, middle, up, middle, down, to, down);
                })
                .toList();
        return new Graph(
                2 * MARGIN + (layout.columns() - 1) * COLUMN + BOX, 2 * MARGIN + layout.rows() * ROW, boxes, lines);
    }

    private static int y(double row) {
        return MARGIN + (int) Math.round(row * ROW);
    }

    /** Each job's waiting and running on the family's time, in the order of their creation. */
    public List<Bar> timeline() {
        Instant begin = family.stream()
                .map(one -> one.times().createdAt())
                .min(Instant::compareTo)
                .orElse(reader.now());
        Instant end = family.stream().map(this::end).max(Instant::compareTo).orElse(reader.now());
        long span = Math.max(1, Duration.between(begin, end).toMillis());
        return family.stream()
                .sorted(java.util.Comparator.comparing(one -> one.times().createdAt()))
                .map(one -> {
                    Instant started = one.times().startedAt() == null
                            ? end(one)
                            : one.times().startedAt();
                    int waits = share(begin, one.times().createdAt(), span);
                    int starts = share(begin, started, span);
                    int runs = Math.max(2, share(begin, end(one), span) - starts);
                    return new Bar(
                            node(new Kin(List.of(one), 0)),
                            waits,
                            starts,
                            one.times().startedAt() == null ? 0 : runs);
                })
                .toList();
    }

    private Instant end(JobFact one) {
        return one.times().endedAt() == null ? reader.now() : one.times().endedAt();
    }

    private static int share(Instant begin, Instant at, long span) {
        return Math.clamp(Duration.between(begin, at).toMillis() * WHOLE / span, 0, WHOLE);
    }

    /** "12 jobs, all of the family" or that there are more. */
    public String note(int most) {
        String jobs = counted(family.size(), "{1} job", "{1} jobs");
        return family.size() < most
                ? jobs
                : say("{1} of the family are shown; the others are behind their parents' links", jobs);
    }

    private Node node(Kin kin) {
        JobFact first = kin.first();
        if (kin.hidden() > 0) {
            String hidden = "+" + Counts.of(kin.hidden());
            return new Node(
                    say("{1} more", hidden),
                    list(first.id(), ""),
                    say("{1} children not shown", hidden),
                    null,
                    null,
                    false);
        }
        String status = StatusStyle.of(first.status()).word();
        if (kin.jobs().size() > 1) {
            String name = first.type() + " ×" + kin.jobs().size();
            String same =
                    " type:" + first.type() + " status:" + first.status().name().toLowerCase(Locale.ROOT);
            JobId parent = first.parent() == null ? first.root() : first.parent();
            return new Node(name, list(parent, same), name + ", " + status, JobRows.chip(first, reader), null, false);
        }
        return new Node(
                first.type() + " " + JobRows.shortId(first.id()),
                Links.job(first.id()),
                say(
                        "{1}, {2}, attempt {3} of {4}",
                        first.type(),
                        status,
                        first.tries().attempt(),
                        first.tries().max()),
                JobRows.chip(first, reader),
                JobRows.took(first, reader),
                first.id().equals(job.id()));
    }

    private static String list(JobId parent, String more) {
        return "/jobs?q=" + Links.encoded("parent:" + parent + more);
    }
}
