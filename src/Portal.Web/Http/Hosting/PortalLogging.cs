using System.Globalization;
using Portal.Web.Http.Cookies;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace Portal.Web.Http.Hosting;

internal static class PortalLogging
{
    /// <summary>
    /// One JSON line an event on standard output, readable lines in
    /// Development; the same in a file a day where one is named.
    /// </summary>
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        var usual = LevelConvert.ToSerilogLevel(builder.Configuration.GetValue("Logging:LogLevel:Default", LogLevel.Information));
        var configuration = new LoggerConfiguration().MinimumLevel.Is(usual)
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .Enrich.With<WithoutAddress>();
        configuration = builder.Environment.IsDevelopment()
            ? configuration.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture)
            : configuration.WriteTo.Console(new JsonFormatter(renderMessage: true));
        if (builder.Configuration["Portal:LogFile"] is { Length: > 0 } file)
        {
            configuration = configuration.WriteTo.File(new JsonFormatter(renderMessage: true), file, rollingInterval: RollingInterval.Day,
                shared: true);
        }

        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(configuration.CreateLogger(), dispose: true);
    }

    /// <summary>
    /// The framework puts the path on every event of a request; paths can carry tokens (SE-15, AU-05).
    /// </summary>
    private sealed class WithoutAddress : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            logEvent.RemovePropertyIfPresent("RequestPath");
            logEvent.RemovePropertyIfPresent("ConnectionId");
        }
    }
}
