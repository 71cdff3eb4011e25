package dev.penstock.processor.handlers;

import dev.penstock.processor.handlers.bulk.BulkChangeStatus;
import dev.penstock.processor.handlers.bulk.BulkChangeStatusHandler;
import dev.penstock.processor.handlers.bulk.BulkCreate;
import dev.penstock.processor.handlers.bulk.BulkCreateHandler;
import dev.penstock.processor.handlers.bulk.BulkDownload;
import dev.penstock.processor.handlers.bulk.BulkDownloadHandler;
import dev.penstock.processor.handlers.bulk.BulkEdit;
import dev.penstock.processor.handlers.bulk.BulkEditHandler;
import dev.penstock.processor.handlers.export.ExportModule;
import dev.penstock.processor.handlers.export.ExportModuleHandler;
import dev.penstock.processor.handlers.export.ExportReport;
import dev.penstock.processor.handlers.export.ExportReportHandler;
import dev.penstock.processor.handlers.holder.CleanMediaHolders;
import dev.penstock.processor.handlers.holder.CleanMediaHoldersHandler;
import dev.penstock.processor.handlers.holder.GenerateMissingPreviews;
import dev.penstock.processor.handlers.holder.GenerateMissingPreviewsHandler;
import dev.penstock.processor.handlers.holder.RunConverters;
import dev.penstock.processor.handlers.holder.RunConvertersHandler;
import dev.penstock.processor.handlers.item.ImportItems;
import dev.penstock.processor.handlers.item.ImportItemsHandler;
import dev.penstock.processor.handlers.item.Items;
import dev.penstock.processor.handlers.merge.MergeModulePdf;
import dev.penstock.processor.handlers.merge.MergeModulePdfHandler;
import dev.penstock.processor.handlers.merge.MergeStudioPdf;
import dev.penstock.processor.handlers.merge.MergeStudioPdfHandler;
import dev.penstock.processor.handlers.render.DownloadImage;
import dev.penstock.processor.handlers.render.DownloadImageHandler;
import dev.penstock.processor.handlers.render.DownloadVideo;
import dev.penstock.processor.handlers.render.DownloadVideoHandler;
import dev.penstock.processor.handlers.studio.GenerateOutputs;
import dev.penstock.processor.handlers.studio.GenerateOutputsHandler;
import dev.penstock.processor.handlers.studio.ImportInputs;
import dev.penstock.processor.handlers.studio.ImportInputsHandler;
import java.time.InstantSource;
import java.util.List;

/** What users do to the catalogue: the job types of S4.3. */
final class CatalogueHandlers {
    private CatalogueHandlers() {}

    static List<Registration<?>> in(DemoPlaces places) {
        Items items = places.catalogue();
        return List.of(
                new Registration<>(BulkChangeStatus.class, new BulkChangeStatusHandler(items)),
                new Registration<>(BulkCreate.class, new BulkCreateHandler(items)),
                new Registration<>(BulkDownload.class, new BulkDownloadHandler(items)),
                new Registration<>(BulkEdit.class, new BulkEditHandler(items)),
                new Registration<>(ExportModule.class, new ExportModuleHandler(items)),
                new Registration<>(ExportReport.class, new ExportReportHandler(items)),
                new Registration<>(
                        CleanMediaHolders.class, new CleanMediaHoldersHandler(items, InstantSource.system())),
                new Registration<>(GenerateMissingPreviews.class, new GenerateMissingPreviewsHandler(items)),
                new Registration<>(RunConverters.class, new RunConvertersHandler(items)),
                new Registration<>(ImportItems.class, new ImportItemsHandler(places.itemsInbox(), items)),
                new Registration<>(MergeModulePdf.class, new MergeModulePdfHandler(items)),
                new Registration<>(MergeStudioPdf.class, new MergeStudioPdfHandler(items)),
                new Registration<>(DownloadImage.class, new DownloadImageHandler(items)),
                new Registration<>(DownloadVideo.class, new DownloadVideoHandler(items)),
                new Registration<>(GenerateOutputs.class, new GenerateOutputsHandler(items)),
                new Registration<>(ImportInputs.class, new ImportInputsHandler(places.studioInbox(), items)));
    }
}
