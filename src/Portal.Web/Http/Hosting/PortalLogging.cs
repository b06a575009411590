using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Portal.Web.Audit;
using Portal.Web.Tenancy;
using Serilog;
using Serilog.AspNetCore;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;

namespace Portal.Web.Http.Hosting;

/// <summary>
/// One JSON line an event on standard output, readable lines in Development; the same in a file a day where one is
/// named. Every event of a request carries its trace (`@tr`), which error pages show as the reference.
/// </summary>
internal static class PortalLogging
{
    private const long FileSize = 256 * 1024 * 1024;
    private static readonly TimeSpan FileLife = TimeSpan.FromDays(31);

    /// <summary>Until the host stands: why a start failed has to be read somewhere, too.</summary>
    public static void BeginLogging() => Log.Logger = new LoggerConfiguration().MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .WriteTo.Console(new RenderedCompactJsonFormatter()).CreateBootstrapLogger();

    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        var usual = LevelConvert.ToSerilogLevel(builder.Configuration.GetValue("Logging:LogLevel:Default", LogLevel.Information));
        builder.Services.AddSerilog((_, logger) =>
        {
            logger.MinimumLevel.Is(usual)
                .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
                .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
                .Enrich.FromLogContext()
                .Enrich.With<WithoutAddress>();
            if (builder.Environment.IsDevelopment())
            {
                logger.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture);
            }
            else
            {
                logger.WriteTo.Console(new RenderedCompactJsonFormatter());
            }

            if (builder.Configuration["Portal:LogFile"] is { Length: > 0 } file)
            {
                ShouldBeWritable(file);

                // A day that has more than a file holds goes on in another, and what was in the first stays.
                logger.WriteTo.File(new RenderedCompactJsonFormatter(), file, rollingInterval: RollingInterval.Day, shared: true,
                    fileSizeLimitBytes: FileSize, rollOnFileSizeLimit: true, retainedFileCountLimit: null, retainedFileTimeLimit: FileLife);
            }
        }, preserveStaticLogger: true);
    }

    /// <summary>The sink itself would keep silent about it, and the log be missed when it is needed (FP-10).</summary>
    private static void ShouldBeWritable(string file)
    {
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(Path.Combine(folder, ".portal-" + Guid.NewGuid().ToString("N")), FileMode.CreateNew,
                FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"Portal:LogFile: {file} cannot be written.", e);
        }
    }

    /// <summary>
    /// One line a request: the route's template, never the
    /// address that was typed, no query, no form, no cookie (AU-05).
    /// </summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        Describe(options);

        // This host's own: there may be others in the process.
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
    });

    private static void Describe(RequestLoggingOptions options)
    {
        options.MessageTemplate = "{Method:l} {Route:l} {Status} in {Milliseconds} ms for {Tenant:l}";
        options.GetLevel = (_, _, _) => LogEventLevel.Information;
        options.GetMessageTemplateProperties = (context, _, milliseconds, status) =>
        [
            new("Method", new ScalarValue(context.Request.Method)),
            new("Route", new ScalarValue(Template(context))),
            new("Status", new ScalarValue(status)),
            new("Milliseconds", new ScalarValue((long)milliseconds)),
        ];
        options.EnrichDiagnosticContext = (line, context) =>
        {
            line.Set("Tenant", context.RequestServices.GetRequiredService<CurrentTenant>().OrNull?.Slug ?? "-");
            line.Set("CorrelationId", context.RequestServices.GetRequiredService<AuditActor>().CorrelationId);
        };
    }

    private static string Template(HttpContext context) =>
        ((context.Features.Get<IStatusCodeReExecuteFeature>() is { } failed ? failed.Endpoint
            : context.GetEndpoint()) as RouteEndpoint)?.RoutePattern.RawText ?? "-";

    /// <summary>
    /// The framework puts the path on every event of a request; paths can carry tokens (SE-15, AU-05).
    /// </summary>
    private sealed class WithoutAddress : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
