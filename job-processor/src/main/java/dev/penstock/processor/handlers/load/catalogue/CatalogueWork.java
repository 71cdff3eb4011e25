package dev.penstock.processor.handlers.load.catalogue;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.JobSpec;
import dev.penstock.processor.handlers.bulk.BulkChangeStatus;
import dev.penstock.processor.handlers.bulk.BulkCreate;
import dev.penstock.processor.handlers.bulk.BulkDownload;
import dev.penstock.processor.handlers.bulk.BulkEdit;
import dev.penstock.processor.handlers.export.ExportModule;
import dev.penstock.processor.handlers.export.ExportReport;
import dev.penstock.processor.handlers.export.Format;
import dev.penstock.processor.handlers.holder.CleanMediaHolders;
import dev.penstock.processor.handlers.holder.GenerateMissingPreviews;
import dev.penstock.processor.handlers.holder.RunConverters;
import dev.penstock.processor.handlers.item.ImportItems;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.material.Catalogue;
import dev.penstock.processor.handlers.merge.MergeModulePdf;
import dev.penstock.processor.handlers.merge.MergeStudioPdf;
import dev.penstock.processor.handlers.render.DownloadImage;
import dev.penstock.processor.handlers.render.DownloadVideo;
import dev.penstock.processor.handlers.studio.GenerateOutputs;
import dev.penstock.processor.handlers.studio.ImportInputs;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One job of each type after the other, in rounds. People start them, except for the imports: those come by a template that
 * names a user to notify (S4.4).
 *
 * <p>Not thread-safe.
 */
public final class CatalogueWork {
    /** Who works with the catalogue. */
    public static final List<String> PEOPLE = List.of("ana", "ben", "chloe", "dmitri");

    /** So that a person who looks on sees a download expire. */
    private static final Duration SOON = Duration.ofMinutes(3);

    private final SplittableRandom random;
    private final String run;
    private final List<Supplier<NewJob>> kinds = List.of(
            this::importItems,
            this::previews,
            this::edit,
            this::download,
            this::inputs,
            this::outputs,
            this::mergeStudio,
            this::exportModule,
            this::create,
            this::converters,
            this::image,
            this::video,
            this::changeStatus,
            this::mergeModule,
            this::exportReport,
            this::clean);
    private long number;
    private String printed = Catalogue.id(Catalogue.MODULES.getFirst(), 1);

    /**
     * A user's work.
     *
     * @param run names this start of the demo: batches of two starts never meet
     */
    public CatalogueWork(SplittableRandom random, String run) {
        this.random = random;
        this.run = run;
    }

    /** The next job. */
    public NewJob next() {
        return kinds.get((int) (number++ % kinds.size())).get();
    }

    private NewJob importItems() {
        int file = 1 + random.nextInt(Catalogue.FILES);
        String name = chance(10) ? Catalogue.OLD_FORMAT : Catalogue.file(file);
        String batch = batch();
        return inModule(new ImportItems(name, Catalogue.MODULES.get(file - 1), batch), batch)
                .bySystem()
                .notifyUser(person());
    }

    private NewJob create() {
        String batch = batch();
        String prefix = "copy-" + random.nextInt(1, 9);
        return inModule(new BulkCreate(id(), prefix, random.nextInt(5, 13), batch), batch)
                .runBy(person());
    }

    private NewJob edit() {
        String batch = batch();
        List<String> items = chance(8) ? List.of(id(), "no-such-item") : some();
        return inModule(new BulkEdit(items, "edition", String.valueOf(number), batch), batch)
                .runBy(person());
    }

    private NewJob changeStatus() {
        String batch = batch();
        return inModule(new BulkChangeStatus(some(), Item.STATUSES.get(random.nextInt(3)), batch), batch)
                .runBy(person());
    }

    private NewJob download() {
        NewJob job = NewJob.of(new BulkDownload(some(), "items")).runBy(person());
        return chance(40) ? job.overrides(new JobSpec.Overrides(null, null, null, SOON)) : job;
    }

    private NewJob inputs() {
        String item = id();
        String file = chance(10) ? Catalogue.BAD_INPUTS : Catalogue.inputs(1 + random.nextInt(Catalogue.FILES));
        return inStudio(new ImportInputs(item, file), item, "inputs");
    }

    private NewJob outputs() {
        String item = id();
        printed = item;
        return inStudio(new GenerateOutputs(item, List.of("A4", "A5")), item, "outputs");
    }

    /** Of what was printed last; now and then of an item of which nothing was. */
    private NewJob mergeStudio() {
        String item = chance(10) ? id() : printed;
        return inStudio(new MergeStudioPdf(item), item, "outputs");
    }

    private NewJob mergeModule() {
        return NewJob.of(new MergeModulePdf(module())).runBy(person());
    }

    private NewJob image() {
        String item = id();
        return NewJob.of(new DownloadImage(item, 360, "Edition " + number))
                .runBy(person())
                .link("item", "Open Item", "/demo/items/" + item);
    }

    private NewJob video() {
        return NewJob.of(new DownloadVideo(id(), 3, 320)).runBy(person());
    }

    private NewJob exportModule() {
        return NewJob.of(new ExportModule(module(), format())).runBy(person());
    }

    private NewJob exportReport() {
        return NewJob.of(new ExportReport("Items by module and status", format()))
                .runBy(person());
    }

    private NewJob converters() {
        return NewJob.of(new RunConverters(module(), List.of("jpg", "gif"), List.of(120, 320)))
                .runBy(person());
    }

    private NewJob previews() {
        return NewJob.of(new GenerateMissingPreviews(160)).runBy(person());
    }

    private NewJob clean() {
        return NewJob.of(new CleanMediaHolders(chance(20))).runBy(person());
    }

    /** A job that leaves a batch of items behind (S4.17). */
    private static NewJob inModule(Record payload, String batch) {
        return NewJob.of(payload).batch(batch).link("module", "Open Module", "/demo/items?batch=" + batch);
    }

    /** A job of the studio, which leads to the item and to the step of the wizard (S4.18). */
    private NewJob inStudio(Record payload, String item, String step) {
        return NewJob.of(payload)
                .runBy(person())
                .link("item", "Open Item", "/demo/items/" + item)
                .link("studio", "Open Creative Automation Studio", "/demo/studio/" + item + "?step=" + step);
    }

    private String batch() {
        return "B-" + run + "-" + number;
    }

    private String person() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private String module() {
        return Catalogue.MODULES.get(random.nextInt(Catalogue.MODULES.size()));
    }

    private String id() {
        return Catalogue.id(module(), random.nextInt(1, Catalogue.ITEMS + 1));
    }

    /** Four neighbours of a module. */
    private List<String> some() {
        String module = module();
        int first = random.nextInt(1, Catalogue.ITEMS - 2);
        return IntStream.range(first, first + 4)
                .mapToObj(i -> Catalogue.id(module, i))
                .toList();
    }

    private Format format() {
        return random.nextBoolean() ? Format.CSV : Format.PDF;
    }

    /** Whether a thing of this many in 100 happens. */
    private boolean chance(int perCent) {
        return random.nextInt(100) < perCent;
    }
}
