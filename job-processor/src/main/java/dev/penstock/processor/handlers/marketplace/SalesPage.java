package dev.penstock.processor.handlers.marketplace;

import java.util.List;

/** One page of sales, from page 1 of {@code pages}. */
public record SalesPage(int page, int pages, List<Sale> sales) {
    /** One sale. */
    public record Sale(String id, String item, long cents) {}
}
