package io.github.eratosthenes.emulator.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.emulator.log.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessEndTest {

    @ParameterizedTest
    @CsvSource({
        // state,    initialized, broke memory, near limit, answer, verdict
        "INIT,        false, false, false, ,               INIT_ERROR",
        "INVOKE_INIT, false, false, false, ,               INIT_ERROR",
        "INVOKE_INIT, false, true,  true,  ,               KILLED",
        "TIMED_OUT,   false, false, false, ,               LAMBDA_TIMEOUT",
        "RUNNING,     true,  false, false, ,               EXIT",
        "RUNNING,     true,  true,  true,  ,               KILLED",
        "TIMED_OUT,   true,  false, false, ,               LAMBDA_TIMEOUT",
        "TIMED_OUT,   true,  true,  true,  ,               NEAR_LIMIT_TIMEOUT",
        "RETURNING,   true,  false, false, HEAP_OOM,       HEAP_OOM",
        "RETURNING,   true,  true,  true,  OK,             OK",
        "TIMED_OUT,   true,  false, false, FUNCTION_ERROR, FUNCTION_ERROR",
        "CLOSING,     true,  false, false, ,               EXIT",
    })
    void theVerdictIsTheAnswersOrElseTheCauses(
            InstanceState last,
            boolean initialized,
            boolean brokeMemory,
            boolean nearLimit,
            @Nullable Verdict answer,
            Verdict verdict) {
        ProcessEnd end = new ProcessEnd(last, initialized, brokeMemory, nearLimit);
        assertThat(end.verdict(answer)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        // state,    initialized, answer, ends an init, ends by the clock
        "INIT,        false, ,   true,  false",
        "INVOKE_INIT, false, ,   true,  false",
        "TIMED_OUT,   false, ,   true,  true",
        "CLOSING,     false, ,   false, false",
        "RUNNING,     true,  ,   false, false",
        "RETURNING,   true,  OK, false, false",
        "TIMED_OUT,   true,  ,   false, true",
        "TIMED_OUT,   true,  OK, false, false",
        "CLOSING,     true,  ,   false, false",
    })
    void theCauseIsTheStateBefore(
            InstanceState last, boolean initialized, @Nullable Verdict answer, boolean init, boolean timeout) {
        ProcessEnd end = new ProcessEnd(last, initialized, false, false);
        assertThat(end.isOfInit()).isEqualTo(init);
        assertThat(end.isTimeout(answer)).isEqualTo(timeout);
    }

    @ParameterizedTest
    @CsvSource({
        "OK,             ,          ",
        "FUNCTION_ERROR, ,          ",
        "LAMBDA_TIMEOUT, ,          ",
        "KILLED,         ,          Runtime.OutOfMemory",
        "HEAP_OOM,       ,          Runtime.ExitError",
        "EXIT,           Runtime.X, Runtime.ExitError",
        "INIT_ERROR,     ,          Runtime.ExitError",
        "INIT_ERROR,     Runtime.X, Runtime.X",
    })
    void theLogNamesTheKindOfError(Verdict verdict, @Nullable String ofInit, @Nullable String errorType) {
        assertThat(ProcessEnd.errorType(verdict, ofInit)).isEqualTo(errorType);
    }
}
