/** Prime sieves behind one interface, with no runtime dependency. */
module io.github.eratosthenes.core {
    requires static org.jspecify;

    exports io.github.eratosthenes.core;
}
