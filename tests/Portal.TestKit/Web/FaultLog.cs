using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Portal.TestKit.Web;

/// <summary>
/// What an application wrote into its log as an error, by the reference that the error page shows: who reads of a
/// failed test that a page had a fault learns which.
/// </summary>
internal sealed class FaultLog
{
    private readonly ConcurrentDictionary<string, Exception> faults = new(StringComparer.Ordinal);

    /// <returns>What the page tells of by its reference; null where it tells of none that was written here.</returns>
    public Exception? ShownOn(string page) =>
        faults.FirstOrDefault(fault => page.Contains(fault.Key, StringComparison.Ordinal)).Value;

    public void Forget() => faults.Clear();

    /// <summary>The application's own log goes on as it is.</summary>
    public void ListenTo(IServiceCollection services)
    {
        var own = services.Last(service => service.ServiceType == typeof(ILoggerFactory)).ImplementationFactory
            ?? throw new InvalidOperationException("The application's log is no longer made by a function.");
        services.AddSingleton<ILoggerFactory>(provider => new Factory((ILoggerFactory)own(provider), this));
    }

    private void Note(Exception fault)
    {
        if (Activity.Current is { } request)
        {
            faults.TryAdd(request.TraceId.ToHexString(), fault);
        }
    }

    private sealed class Factory(ILoggerFactory own, FaultLog log) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => new Listener(own.CreateLogger(categoryName), log);

        public void AddProvider(ILoggerProvider provider) => own.AddProvider(provider);

        public void Dispose() => own.Dispose();
    }

    private sealed class Listener(ILogger own, FaultLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => own.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => own.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error && exception is not null)
            {
                log.Note(exception);
            }

            own.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
